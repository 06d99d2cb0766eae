resource "kubernetes_deployment_v1" "shop" {
  metadata {
    name      = "shop"
    namespace = "production"
  }
  spec {
    replicas = 3
    strategy {
      type = "RollingUpdate"
      rolling_update {
        max_unavailable = "34%"
      }
    }
    selector {
      match_labels = { app = "shop" }
    }
    template {
      metadata {
        labels = { app = "shop" }
      }
      spec {
        container {
          name  = "shop"
          image = "registry.example.com/shop:1.4.2"
        }
      }
    }
  }
}
