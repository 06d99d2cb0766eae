variable "public" {
  type = bool
}

resource "azurerm_search_service" "catalog" {
  name                          = "catalog"
  sku                           = "standard"
  public_network_access_enabled = var.public
}
