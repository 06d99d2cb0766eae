resource "aws_codedeploy_deployment_group" "shop_production" {
  app_name               = "shop"
  deployment_group_name  = "production"
  service_role_arn       = "arn:aws:iam::111122223333:role/deploy"
  deployment_config_name = "CodeDeployDefault.OneAtATime"
}
