variable "multi_az" {}

resource "aws_db_instance" "orders" {
  engine                  = "postgres"
  storage_encrypted       = true
  multi_az                = var.multi_az
  backup_retention_period = 7
}
