resource "aws_db_instance" "orders" {
  backup_retention_period = 14
}

resource "aws_db_instance" "reports" {
  replicate_source_db = aws_db_instance.orders.identifier
}
