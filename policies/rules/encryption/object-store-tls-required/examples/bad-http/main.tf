resource "azurerm_storage_account" "assets" {
  name                       = "ourassets"
  https_traffic_only_enabled = false
}
