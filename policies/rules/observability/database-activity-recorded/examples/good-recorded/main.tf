resource "google_sql_database_instance" "orders" {
  database_version = "POSTGRES_16"

  settings {
    tier = "db-f1-micro"

    dynamic "database_flags" {
      for_each = ["log_connections", "log_disconnections"]
      content {
        name  = database_flags.value
        value = "on"
      }
    }
  }
}

resource "google_sql_database_instance" "carts" {
  database_version = "MYSQL_8_0"
}

resource "azurerm_mssql_server" "orders" {
  name    = "orders"
  version = "12.0"
}

resource "azurerm_mssql_server_extended_auditing_policy" "orders" {
  server_id              = azurerm_mssql_server.orders.id
  log_monitoring_enabled = true
}

resource "aws_db_parameter_group" "orders" {
  family = "postgres16"

  parameter {
    name  = "log_connections"
    value = "1"
  }
}
