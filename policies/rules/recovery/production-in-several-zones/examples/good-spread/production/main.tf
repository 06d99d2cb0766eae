resource "aws_db_instance" "orders" {
  engine   = "postgres"
  multi_az = true
}

resource "aws_db_instance" "replica" {
  replicate_source_db = aws_db_instance.orders.identifier
}

resource "aws_db_instance" "reports" {
  engine = "postgres"
}

resource "google_sql_database_instance" "orders" {
  database_version = "POSTGRES_16"

  settings {
    tier              = "db-custom-2-8192"
    availability_type = "REGIONAL"
  }
}
