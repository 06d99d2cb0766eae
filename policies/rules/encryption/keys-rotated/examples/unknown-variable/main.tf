variable "rotate" {
  type = bool
}

resource "aws_kms_key" "orders" {
  enable_key_rotation = var.rotate
}
