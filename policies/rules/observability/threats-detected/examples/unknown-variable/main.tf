variable "enable" {
  type = bool
}

resource "aws_guardduty_detector" "account" {
  enable = var.enable
}
