resource "azurerm_key_vault" "shop" {
  name                = "shop"
  location            = "westeurope"
  resource_group_name = "shop"
  tenant_id           = "11111111-2222-3333-4444-555555555555"
  sku_name            = "standard"
  soft_delete_enabled = false
}
