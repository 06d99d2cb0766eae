
resource "aws_codedeploy_deployment_group" "shop" {
  app_name              = "shop"
  deployment_group_name = "production"
  service_role_arn      = "arn:aws:iam::111122223333:role/deploy"
  alarm_configuration {
    enabled = true
    alarms  = ["shop-errors"]
  }
}
