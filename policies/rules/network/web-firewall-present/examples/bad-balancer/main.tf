resource "aws_lb" "shop" {
  load_balancer_type = "application"
}

resource "aws_lb" "inside" {
  internal = true
}
