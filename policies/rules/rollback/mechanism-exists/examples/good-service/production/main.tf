resource "aws_ecs_service" "shop" {
  name = "shop"

  deployment_circuit_breaker {
    enable   = true
    rollback = true
  }
}
