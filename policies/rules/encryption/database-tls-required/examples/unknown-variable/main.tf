variable "ssl" {
  type = bool
}

resource "azurerm_mysql_server" "catalog" {
  name                    = "catalog"
  ssl_enforcement_enabled = var.ssl
}
