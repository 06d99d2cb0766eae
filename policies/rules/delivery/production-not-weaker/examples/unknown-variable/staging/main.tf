resource "aws_db_instance" "orders" {
  engine                  = "postgres"
  storage_encrypted       = true
  multi_az                = true
  backup_retention_period = 7
}
