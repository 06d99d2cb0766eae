variable "rollback" {
  type = bool
}

resource "aws_ecs_service" "shop" {
  name          = "shop"
  desired_count = 3

  deployment_circuit_breaker {
    enable   = true
    rollback = var.rollback
  }
}
