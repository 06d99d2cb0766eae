resource "azurerm_storage_account" "by_default" {
  name = "ourassets"
}
