variable "protected" {
  type = bool
}

resource "azurerm_key_vault" "shop" {
  name                     = "shop"
  sku_name                 = "standard"
  purge_protection_enabled = var.protected
}
