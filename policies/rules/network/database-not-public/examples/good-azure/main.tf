resource "azurerm_postgresql_flexible_server" "orders" {
  name                          = "orders"
  delegated_subnet_id           = azurerm_subnet.databases.id
  public_network_access_enabled = false
}

resource "azurerm_mssql_server" "stock" {
  name                          = "stock"
  version                       = "12.0"
  public_network_access_enabled = false
}

resource "azurerm_subnet" "databases" {
  name             = "databases"
  address_prefixes = ["10.0.2.0/24"]
}
