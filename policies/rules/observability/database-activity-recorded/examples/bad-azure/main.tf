resource "azurerm_postgresql_configuration" "connections" {
  name                = "log_connections"
  resource_group_name = "shop"
  server_name         = "orders"
  value               = "off"
}

resource "azurerm_mysql_flexible_server_configuration" "audit" {
  name                = "audit_log_enabled"
  resource_group_name = "shop"
  server_name         = "carts"
  value               = "OFF"
}

resource "azurerm_mssql_server" "silent" {
  name    = "silent"
  version = "12.0"
}
