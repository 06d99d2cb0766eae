resource "aws_db_instance" "orders" {
  engine              = "postgres"
  deletion_protection = true
}

resource "aws_db_instance" "replica" {
  replicate_source_db = aws_db_instance.orders.identifier
}

resource "google_sql_database_instance" "by_default" {
  database_version = "POSTGRES_16"
}

resource "azurerm_mysql_flexible_server" "perhaps_locked_elsewhere" {
  name = "carts"
}
