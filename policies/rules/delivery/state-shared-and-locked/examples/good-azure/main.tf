terraform {
  required_version = ">= 1.9"

  backend "azurerm" {
    storage_account_name = "stateoftheshop"
    container_name       = "state"
    key                  = "shop.tfstate"
  }
}

resource "azurerm_resource_group" "shop" {
  name     = "shop"
  location = "westeurope"
}
