resource "azurerm_role_assignment" "reader" {
  scope                = azurerm_resource_group.shop.id
  role_definition_name = "Reader"
  principal_id         = azurerm_user_assigned_identity.shop.principal_id
}

resource "azurerm_resource_group" "shop" {
  name     = "shop"
  location = "westeurope"
}

resource "azurerm_user_assigned_identity" "shop" {
  name     = "shop"
  location = "westeurope"
}
