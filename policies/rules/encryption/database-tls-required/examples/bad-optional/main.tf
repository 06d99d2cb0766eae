resource "google_sql_database_instance" "orders" {
  database_version = "POSTGRES_16"

  settings {
    tier = "db-f1-micro"

    ip_configuration {
      ssl_mode = "ALLOW_UNENCRYPTED_AND_ENCRYPTED"
    }
  }
}

resource "azurerm_mysql_server" "catalog" {
  name                    = "catalog"
  ssl_enforcement_enabled = false
}

resource "aws_db_parameter_group" "carts" {
  family = "postgres14"

  parameter {
    name  = "rds.force_ssl"
    value = "0"
  }
}

resource "aws_db_instance" "carts" {
  engine               = "postgres"
  parameter_group_name = aws_db_parameter_group.carts.name
}
