resource "azurerm_postgresql_flexible_server" "orders" {
  name                          = "orders-staging"
  public_network_access_enabled = false
}

resource "google_sql_database_instance" "stock" {
  name             = "stock-staging"
  database_version = "POSTGRES_17"

  settings {
    tier = "db-custom-2-8192"
    backup_configuration {
      enabled = true
    }
    ip_configuration {
      ipv4_enabled    = false
      private_network = "projects/shop/global/networks/main"
    }
  }
}
