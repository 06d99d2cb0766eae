resource "google_sql_database_instance" "orders" {
  database_version = "POSTGRES_16"

  settings {
    tier = "db-f1-micro"

    database_flags {
      name  = "log_connections"
      value = "off"
    }
    database_flags {
      name  = "log_lock_waits"
      value = "off"
    }
  }
}
