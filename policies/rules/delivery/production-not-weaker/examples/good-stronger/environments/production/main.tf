resource "google_sql_database_instance" "orders" {
  database_version    = "POSTGRES_16"
  deletion_protection = true

  settings {
    tier              = "db-custom-2-8192"
    availability_type = "REGIONAL"
  }
}

resource "azurerm_redis_cache" "sessions" {
  non_ssl_port_enabled = false
}
