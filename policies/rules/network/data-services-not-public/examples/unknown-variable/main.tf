variable "public" {
  type = bool
}

resource "aws_mq_broker" "orders" {
  broker_name         = "orders"
  publicly_accessible = var.public
}
