resource "aws_ecs_service" "shop" {
  name = "shop"
}
