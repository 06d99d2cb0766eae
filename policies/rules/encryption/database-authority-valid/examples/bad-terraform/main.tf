resource "aws_db_instance" "orders" {
  identifier         = "orders"
  ca_cert_identifier = "rds-ca-2019"
}
