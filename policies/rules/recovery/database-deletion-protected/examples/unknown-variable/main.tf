variable "protected" {
  type = bool
}

resource "aws_db_instance" "orders" {
  engine              = "postgres"
  deletion_protection = var.protected
}
