resource "aws_lb" "shop" {
  name = "shop"
}

resource "aws_lb" "web" {
  name                       = "web"
  load_balancer_type         = "application"
  drop_invalid_header_fields = false
}
