resource "azurerm_storage_account" "orders" {
  name                     = "orders"
  account_tier             = "Standard"
  account_replication_type = "ZRS"

  blob_properties {
    versioning_enabled = false
  }
}
