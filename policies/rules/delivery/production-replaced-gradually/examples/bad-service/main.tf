resource "aws_ecs_service" "shop" {
  name                               = "shop-production"
  task_definition                    = "shop:7"
  desired_count                      = 4
  deployment_minimum_healthy_percent = 0
  deployment_maximum_percent         = 100
}
