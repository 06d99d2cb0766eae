variable "zones" {
  type = number
}

resource "aws_subnet" "app" {
  count      = var.zones
  vpc_id     = "vpc-1"
  cidr_block = cidrsubnet("10.0.0.0/16", 8, count.index)
}
