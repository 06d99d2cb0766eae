resource "aws_ecs_cluster" "shop" {
  name = "shop"

  setting {
    name  = "containerInsights"
    value = "enhanced"
  }
}

resource "azurerm_kubernetes_cluster" "shop" {
  name                = "shop"
  location            = "westeurope"
  resource_group_name = "shop"

  oms_agent {
    log_analytics_workspace_id = "logs"
  }
}

resource "google_container_cluster" "shop" {
  name     = "shop"
  location = "europe-west3"
}
