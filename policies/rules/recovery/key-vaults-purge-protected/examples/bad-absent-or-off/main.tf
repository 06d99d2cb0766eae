resource "azurerm_key_vault" "absent" {
  name     = "shop"
  sku_name = "standard"
}

resource "azurerm_key_vault" "off" {
  name                     = "shop"
  sku_name                 = "standard"
  purge_protection_enabled = false
}
