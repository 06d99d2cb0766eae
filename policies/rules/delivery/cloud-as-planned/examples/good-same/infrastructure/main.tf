resource "azurerm_storage_account" "documents" {}

resource "random_id" "suffix" {}
