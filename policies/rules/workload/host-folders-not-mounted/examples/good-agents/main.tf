resource "kubernetes_deployment_v1" "agent" {
  metadata { name = "agent" }
  spec {
    template {
      spec {
        container {
          name  = "agent"
          image = "registry.example/agent:2.1.0"
          args  = ["--path.procfs=/machine/proc"]
          volume_mount {
            name       = "processes"
            mount_path = "/machine/proc"
            read_only  = true
          }
        }
        volume {
          name = "processes"
          host_path { path = "/proc" }
        }
      }
    }
  }
}
