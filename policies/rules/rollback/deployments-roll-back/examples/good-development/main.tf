resource "aws_ecs_service" "shop" {
  name          = "shop-dev"
  desired_count = 1
}
