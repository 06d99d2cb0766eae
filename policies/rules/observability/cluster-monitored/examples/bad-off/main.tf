resource "aws_ecs_cluster" "shop" {
  name = "shop"
}

resource "aws_ecs_cluster" "quiet" {
  name = "quiet"

  setting {
    name  = "containerInsights"
    value = "disabled"
  }
}

resource "azurerm_kubernetes_cluster" "shop" {
  name                = "shop"
  location            = "westeurope"
  resource_group_name = "shop"
}

resource "google_container_cluster" "shop" {
  name               = "shop"
  location           = "europe-west3"
  monitoring_service = "none"
}
