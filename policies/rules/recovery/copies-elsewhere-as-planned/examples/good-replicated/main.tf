resource "aws_db_instance" "orders" {
  engine                  = "postgres"
  instance_class          = "db.t4g.small"
  backup_retention_period = 7
  storage_encrypted       = true
}

provider "aws" {
  region = "eu-central-1"
}

resource "aws_db_instance_automated_backups_replication" "orders" {
  source_db_instance_arn = aws_db_instance.orders.arn
  region                 = "eu-west-1"
}
