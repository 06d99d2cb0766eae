resource "azurerm_mssql_server" "orders" {}

resource "azurerm_mssql_database" "orders" {
  server_id = azurerm_mssql_server.orders.id
}

resource "azurerm_mssql_failover_group" "orders" {
  server_id = azurerm_mssql_server.orders.id
  databases = [azurerm_mssql_database.orders.id]

  read_write_endpoint_failover_policy {
    mode = "Manual"
  }
}
