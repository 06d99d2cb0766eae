resource "aws_db_instance" "orders" {
  engine                          = "postgres"
  enabled_cloudwatch_logs_exports = ["postgresql"]
}

resource "google_sql_database_instance" "by_itself" {
  database_version = "POSTGRES_16"
}
