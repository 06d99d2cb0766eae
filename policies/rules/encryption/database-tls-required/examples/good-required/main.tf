resource "google_sql_database_instance" "orders" {
  database_version = "POSTGRES_16"

  settings {
    tier = "db-f1-micro"

    ip_configuration {
      ssl_mode = "ENCRYPTED_ONLY"
    }
  }
}

resource "azurerm_mysql_server" "catalog" {
  name                    = "catalog"
  ssl_enforcement_enabled = true
}

resource "aws_db_instance" "of_the_engine" {
  engine = "postgres"
}
