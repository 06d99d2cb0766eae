resource "azurerm_storage_account" "assets" {
  name            = "ourassets"
  min_tls_version = "TLS1_2"
}

resource "azurerm_mssql_server" "by_default" {
  name = "orders"
}
