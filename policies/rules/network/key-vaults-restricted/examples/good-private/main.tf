resource "azurerm_key_vault" "shop" {
  name                          = "shop"
  sku_name                      = "standard"
  public_network_access_enabled = false
}
