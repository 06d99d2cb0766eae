resource "aws_db_instance" "orders" {
  engine = "postgres"
}

resource "google_sql_database_instance" "catalog" {
  database_version    = "POSTGRES_16"
  deletion_protection = false
}
