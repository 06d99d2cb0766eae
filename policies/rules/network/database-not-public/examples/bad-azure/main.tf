resource "azurerm_postgresql_flexible_server" "orders" {
  name                          = "orders"
  public_network_access_enabled = true
}

resource "azurerm_mssql_server" "stock" {
  name    = "stock"
  version = "12.0"
}
