terraform {
  required_version = ">= 1.9"

  backend "local" {
    path = "shop.tfstate"
  }
}

resource "azurerm_resource_group" "shop" {
  name     = "shop"
  location = "westeurope"
}
