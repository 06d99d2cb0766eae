variable "internal" {
  type = bool
}

resource "aws_lb" "shop" {
  name     = "shop"
  internal = var.internal
}

resource "aws_lb_listener" "web" {
  load_balancer_arn = aws_lb.shop.arn
  port              = 80
  protocol          = "HTTP"

  default_action {
    type             = "forward"
    target_group_arn = "web"
  }
}
