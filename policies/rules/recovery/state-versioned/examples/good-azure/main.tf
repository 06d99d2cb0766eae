terraform {
  backend "azurerm" {
    storage_account_name = "stateoftheshop"
    container_name       = "state"
    key                  = "shop.tfstate"
  }
}

resource "azurerm_storage_account" "state" {
  name                     = "stateoftheshop"
  account_tier             = "Standard"
  account_replication_type = "ZRS"

  blob_properties {
    versioning_enabled = true
  }
}
