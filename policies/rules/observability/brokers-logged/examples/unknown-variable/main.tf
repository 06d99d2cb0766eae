variable "logged" {
  type = bool
}

resource "aws_mq_broker" "orders" {
  broker_name = "orders"

  logs {
    general = var.logged
  }
}
