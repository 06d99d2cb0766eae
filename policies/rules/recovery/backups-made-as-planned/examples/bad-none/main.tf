resource "aws_db_instance" "orders" {
  engine                  = "postgres"
  instance_class          = "db.t4g.small"
  backup_retention_period = 0
  storage_encrypted       = true
}
