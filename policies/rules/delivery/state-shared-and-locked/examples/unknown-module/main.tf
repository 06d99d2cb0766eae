variable "name" {
  type = string
}

resource "aws_sns_topic" "alerts" {
  name = var.name
}
