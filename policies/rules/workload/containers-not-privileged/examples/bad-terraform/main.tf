resource "kubernetes_daemonset" "agent" {
  metadata {
    name = "agent"
  }

  spec {
    selector {
      match_labels = { app = "agent" }
    }

    template {
      metadata {
        labels = { app = "agent" }
      }

      spec {
        container {
          name  = "agent"
          image = "registry.example/agent:2.1.0"

          security_context {
            privileged = true
          }
        }
      }
    }
  }
}
