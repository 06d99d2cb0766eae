terraform {
  backend "azurerm" {
    storage_account_name = "webshopstate"
    container_name       = "state"
    key                  = "jobs.tfstate"
  }
}
