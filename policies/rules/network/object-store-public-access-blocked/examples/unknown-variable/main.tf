variable "open" {
  type = bool
}

resource "azurerm_storage_account" "assets" {
  name                            = "ourassets"
  allow_nested_items_to_be_public = var.open
}
