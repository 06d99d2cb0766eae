resource "aws_codedeploy_deployment_group" "shop" {
  app_name              = "shop"
  deployment_group_name = "shop"
  service_role_arn      = "arn:aws:iam::111122223333:role/deploy"

  deployment_style {
    deployment_type   = "BLUE_GREEN"
    deployment_option = "WITH_TRAFFIC_CONTROL"
  }

  blue_green_deployment_config {
    terminate_blue_instances_on_deployment_success {
      action                           = "TERMINATE"
      termination_wait_time_in_minutes = 60
    }
  }
}

# Machines that stay have no old ones beside them.
resource "aws_codedeploy_deployment_group" "machines" {
  app_name              = "shop"
  deployment_group_name = "machines"
  service_role_arn      = "arn:aws:iam::111122223333:role/deploy"
}
