resource "aws_ecs_service" "shop" {
  name = "shop-production"

  deployment_configuration {
    strategy             = "CANARY"
    bake_time_in_minutes = 10
  }
}

resource "azurerm_linux_web_app" "shop" {
  name = "shop-production"
}

resource "azurerm_linux_web_app_slot" "staging" {
  name           = "staging"
  app_service_id = azurerm_linux_web_app.shop.id

  site_config {
    auto_swap_slot_name = "production"
  }
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
          }
        }
      }
    }
  }
}

resource "google_clouddeploy_automation" "advance" {
  name              = "advance"
  delivery_pipeline = google_clouddeploy_delivery_pipeline.shop.name

  rules {
    advance_rollout_rule {
      id = "advance"
    }
  }
}
