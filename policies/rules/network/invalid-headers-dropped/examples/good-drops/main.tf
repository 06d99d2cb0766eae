resource "aws_lb" "shop" {
  name                       = "shop"
  drop_invalid_header_fields = true
}

resource "aws_lb" "tcp" {
  name               = "tcp"
  load_balancer_type = "network"
}
