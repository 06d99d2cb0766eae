resource "azurerm_key_vault" "absent" {
  name     = "shop"
  sku_name = "standard"
}

resource "azurerm_key_vault" "allows" {
  name     = "shop"
  sku_name = "standard"
  network_acls {
    bypass         = "AzureServices"
    default_action = "Allow"
  }
}
