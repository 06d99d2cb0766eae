resource "aws_codedeploy_deployment_group" "checkout" {
  app_name               = "checkout"
  deployment_group_name  = "checkout-production"
  deployment_config_name = "CodeDeployDefault.ECSCanary10Percent5Minutes"
}
