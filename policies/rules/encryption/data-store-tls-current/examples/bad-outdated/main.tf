resource "azurerm_storage_account" "assets" {
  name            = "ourassets"
  min_tls_version = "TLS1_0"
}

resource "azurerm_mssql_server" "orders" {
  name                = "orders"
  minimum_tls_version = "Disabled"
}

resource "azurerm_postgresql_server" "catalog" {
  name                             = "catalog"
  ssl_enforcement_enabled          = true
  ssl_minimal_tls_version_enforced = "TLS1_1"
}
