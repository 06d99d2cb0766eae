variable "policy" {
  type = string
}

resource "aws_lb_listener" "web" {
  load_balancer_arn = "shop"
  port              = 443
  protocol          = "HTTPS"
  ssl_policy        = var.policy

  default_action {
    type             = "forward"
    target_group_arn = "web"
  }
}
