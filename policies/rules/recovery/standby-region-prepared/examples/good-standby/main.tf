provider "aws" {
  region = "eu-central-1"
}

provider "aws" {
  alias  = "standby"
  region = "eu-west-1"
}

resource "aws_db_instance" "orders" {
  engine                  = "postgres"
  instance_class          = "db.t4g.small"
  backup_retention_period = 7
  storage_encrypted       = true
}
