variable "flags" {
  type = map(string)
}

resource "google_sql_database_instance" "orders" {
  name             = "orders"
  database_version = "MYSQL_8_0"

  settings {
    tier = "db-f1-micro"

    dynamic "database_flags" {
      for_each = var.flags

      content {
        name  = database_flags.key
        value = database_flags.value
      }
    }
  }
}
