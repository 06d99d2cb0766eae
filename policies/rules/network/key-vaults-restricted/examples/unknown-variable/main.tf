variable "action" {
  type = string
}

resource "azurerm_key_vault" "shop" {
  name     = "shop"
  sku_name = "standard"
  network_acls {
    bypass         = "AzureServices"
    default_action = var.action
  }
}
