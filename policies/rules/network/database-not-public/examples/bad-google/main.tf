resource "google_sql_database_instance" "orders" {
  name             = "orders"
  database_version = "POSTGRES_17"

  settings {
    tier = "db-custom-2-8192"
    ip_configuration {
      ipv4_enabled = true
    }
  }
}

resource "google_sql_database_instance" "silent" {
  name             = "silent"
  database_version = "MYSQL_8_4"

  settings {
    tier = "db-custom-2-8192"
  }
}
