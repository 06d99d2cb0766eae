variable "authority" {
  type = string
}

resource "aws_db_instance" "orders" {
  identifier         = "orders"
  ca_cert_identifier = var.authority
}
