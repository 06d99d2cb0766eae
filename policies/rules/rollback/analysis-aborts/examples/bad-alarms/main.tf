resource "aws_codedeploy_deployment_group" "checkout" {
  app_name              = "checkout"
  deployment_group_name = "checkout"
  service_role_arn      = "arn:aws:iam::111122223333:role/deploy"

  alarm_configuration {
    enabled = true
    alarms  = ["checkout-errors"]
  }

  auto_rollback_configuration {
    enabled = true
    events  = ["DEPLOYMENT_FAILURE"]
  }
}

resource "aws_codedeploy_deployment_group" "orders" {
  app_name              = "orders"
  deployment_group_name = "orders"
  service_role_arn      = "arn:aws:iam::111122223333:role/deploy"

  alarm_configuration {
    enabled = false
    alarms  = ["orders-errors"]
  }

  auto_rollback_configuration {
    enabled = true
    events  = ["DEPLOYMENT_FAILURE", "DEPLOYMENT_STOP_ON_ALARM"]
  }
}

resource "aws_ecs_service" "shop" {
  name = "shop"

  deployment_circuit_breaker {
    enable   = true
    rollback = true
  }
  alarms {
    enable      = true
    rollback    = false
    alarm_names = ["shop-errors"]
  }
}
