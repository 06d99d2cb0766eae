resource "azurerm_key_vault" "shop" {
  name                     = "shop"
  sku_name                 = "standard"
  purge_protection_enabled = true
  network_acls {
    bypass         = "AzureServices"
    default_action = "Deny"
  }
}
