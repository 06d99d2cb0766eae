resource "aws_codedeploy_deployment_config" "slow" {
  deployment_config_name = "slow"
  compute_platform       = "Lambda"

  traffic_routing_config {
    type = "TimeBasedCanary"

    time_based_canary {
      interval   = 10
      percentage = 20
    }
  }
}

resource "aws_codedeploy_deployment_group" "shop" {
  app_name               = "shop"
  deployment_group_name  = "shop"
  service_role_arn       = "arn:aws:iam::111122223333:role/deploy"
  deployment_config_name = aws_codedeploy_deployment_config.slow.id
}
