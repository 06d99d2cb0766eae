resource "google_sql_database_instance" "orders" {
  name             = "orders"
  database_version = "POSTGRES_17"

  settings {
    tier = "db-custom-2-8192"
    backup_configuration {
      enabled = false
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
