resource "aws_eks_cluster" "shop" {
  name                      = "shop"
  role_arn                  = "arn:aws:iam::123456789012:role/eks"
  enabled_cluster_log_types = ["api", "audit", "authenticator"]
}

resource "google_container_cluster" "shop" {
  name     = "shop"
  location = "europe-west3"
}

resource "azurerm_kubernetes_cluster" "shop" {
  name                = "shop"
  location            = "westeurope"
  resource_group_name = "shop"
}

resource "azurerm_monitor_diagnostic_setting" "shop" {
  name                       = "shop"
  target_resource_id         = azurerm_kubernetes_cluster.shop.id
  log_analytics_workspace_id = "logs"

  enabled_log {
    category = "kube-audit"
  }
}
