resource "azurerm_postgresql_flexible_server" "orders" {
  name                  = "orders"
  backup_retention_days = 14
}
