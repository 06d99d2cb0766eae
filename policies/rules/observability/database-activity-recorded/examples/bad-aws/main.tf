resource "aws_db_parameter_group" "orders" {
  family = "postgres17"

  parameter {
    name  = "log_connections"
    value = "0"
  }
}
