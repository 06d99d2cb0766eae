resource "aws_ecs_service" "shop" {
  name          = "shop"
  desired_count = 3
}

resource "aws_ecs_service" "stops_only" {
  name          = "orders"
  desired_count = 3

  deployment_circuit_breaker {
    enable   = true
    rollback = false
  }
}

resource "aws_codedeploy_deployment_group" "machines" {
  app_name               = "shop"
  deployment_group_name  = "shop-production"
  service_role_arn       = "arn:aws:iam::111122223333:role/deploy"
  deployment_config_name = "CodeDeployDefault.HalfAtATime"
}

resource "aws_codedeploy_deployment_group" "requests_only" {
  app_name              = "shop"
  deployment_group_name = "shop-eu-production"
  service_role_arn      = "arn:aws:iam::111122223333:role/deploy"

  auto_rollback_configuration {
    enabled = true
    events  = ["DEPLOYMENT_STOP_ON_REQUEST"]
  }
}

resource "google_clouddeploy_target" "production" {
  name     = "production"
  location = "europe-west3"
}

resource "google_clouddeploy_delivery_pipeline" "shop" {
  name     = "shop"
  location = "europe-west3"

  serial_pipeline {
    stages {
      target_id = google_clouddeploy_target.production.name
      strategy {
        canary {
          canary_deployment {
            percentages = [10, 50]
            verify      = true
          }
        }
      }
    }
  }
}
