resource "azurerm_container_registry" "shop" {
  name                = "shop"
  resource_group_name = "shop"
  location            = "westeurope"
  sku                 = "Standard"
  admin_enabled       = true
}
