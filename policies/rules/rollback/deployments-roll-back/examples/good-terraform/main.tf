resource "aws_ecs_service" "shop" {
  name          = "shop"
  desired_count = 3

  deployment_circuit_breaker {
    enable   = true
    rollback = true
  }
}

resource "aws_ecs_service" "watched" {
  name          = "orders"
  desired_count = 3

  alarms {
    enable      = true
    rollback    = true
    alarm_names = ["orders-errors"]
  }
}

# Its deployment group says it.
resource "aws_ecs_service" "code_deploy" {
  name = "checkout"

  deployment_controller {
    type = "CODE_DEPLOY"
  }
}

resource "aws_codedeploy_deployment_group" "checkout" {
  app_name               = "checkout"
  deployment_group_name  = "checkout-production"
  service_role_arn       = "arn:aws:iam::111122223333:role/deploy"
  deployment_config_name = "CodeDeployDefault.ECSCanary10Percent5Minutes"

  auto_rollback_configuration {
    enabled = true
    events  = ["DEPLOYMENT_FAILURE", "DEPLOYMENT_STOP_ON_ALARM"]
  }
}

resource "google_clouddeploy_delivery_pipeline" "shop" {
  name     = "shop"
  location = "europe-west3"

  serial_pipeline {
    stages {
      target_id = "production"
      strategy {
        canary {
          canary_deployment {
            percentages = [10, 50]
          }
        }
      }
    }
  }
}

resource "google_clouddeploy_automation" "back" {
  name              = "back"
  location          = "europe-west3"
  delivery_pipeline = google_clouddeploy_delivery_pipeline.shop.name
  service_account   = "deploy@shop.iam.gserviceaccount.com"

  selector {
    targets {
      id = "*"
    }
  }
  rules {
    repair_rollout_rule {
      id = "back"
      repair_phases {
        rollback {}
      }
    }
  }
}

resource "aws_ecs_service" "development" {
  name          = "shop-dev"
  desired_count = 1
}
