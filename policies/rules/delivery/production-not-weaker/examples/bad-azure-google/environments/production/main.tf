resource "azurerm_postgresql_flexible_server" "orders" {
  name                          = "orders-production"
  public_network_access_enabled = true
}

resource "google_sql_database_instance" "stock" {
  name             = "stock-production"
  database_version = "POSTGRES_17"

  settings {
    tier = "db-custom-2-8192"
    backup_configuration {
      enabled = false
    }
    ip_configuration {
      ipv4_enabled    = false
      private_network = "projects/shop/global/networks/main"
    }
  }
}
