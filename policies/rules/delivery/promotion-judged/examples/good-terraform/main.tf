resource "aws_ecs_service" "shop" {
  name = "shop-production"

  deployment_configuration {
    strategy = "CANARY"
  }
  alarms {
    enable      = true
    rollback    = true
    alarm_names = ["shop-errors"]
  }
}

resource "aws_codedeploy_deployment_group" "checkout" {
  app_name               = "checkout"
  deployment_group_name  = "checkout-production"
  deployment_config_name = "CodeDeployDefault.LambdaLinear10PercentEvery1Minute"

  alarm_configuration {
    enabled = true
    alarms  = ["checkout-errors"]
  }
}

# Someone lets the traffic go over.
resource "aws_codedeploy_deployment_group" "orders" {
  app_name              = "orders"
  deployment_group_name = "orders-production"

  deployment_style {
    deployment_type   = "BLUE_GREEN"
    deployment_option = "WITH_TRAFFIC_CONTROL"
  }
  blue_green_deployment_config {
    deployment_ready_option {
      action_on_timeout    = "STOP_DEPLOYMENT"
      wait_time_in_minutes = 60
    }
  }
}

# It is neither: nothing waits between its tasks.
resource "aws_ecs_service" "rolling" {
  name = "mail-production"
}

resource "google_clouddeploy_delivery_pipeline" "shop" {
  name = "shop"

  serial_pipeline {
    stages {
      target_id = "production"
      strategy {
        canary {
          canary_deployment {
            percentages = [25]
            verify      = true
          }
        }
      }
    }
  }
}
