resource "azurerm_storage_account" "documents" {}

resource "google_storage_bucket" "copies" {}
