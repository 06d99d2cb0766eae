variable "encrypted" {
  type = bool
}

provider "aws" {
  region = "eu-central-1"
}

resource "aws_db_instance" "orders" {
  allocated_storage = 50
  engine            = "postgres"
  identifier        = "orders"
  instance_class    = "db.t4g.medium"
  storage_encrypted = var.encrypted
}
