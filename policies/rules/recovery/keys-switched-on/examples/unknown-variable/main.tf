variable "on" {
  type = bool
}

resource "aws_kms_key" "orders" {
  description = "orders"
  is_enabled  = var.on
}
