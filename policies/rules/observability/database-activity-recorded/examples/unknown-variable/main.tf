variable "connections" {
  type = string
}

resource "azurerm_postgresql_configuration" "connections" {
  name                = "log_connections"
  resource_group_name = "shop"
  server_name         = "orders"
  value               = var.connections
}
