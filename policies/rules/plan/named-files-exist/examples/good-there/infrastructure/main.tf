provider "aws" {
  region = var.region
}

variable "region" {
  type = string
}

resource "aws_sns_topic" "orders" {
  name = "orders"
}
