variable "logs" {
  type = bool
}

resource "aws_lb" "shop" {
  name = "shop"

  access_logs {
    bucket  = "logs"
    enabled = var.logs
  }
}
