resource "kubernetes_pod_v1" "probe" {
  metadata { name = "probe" }
  spec {
    security_context {
      sysctl {
        name  = "net.core.somaxconn"
        value = "4096"
      }
    }
    container {
      name  = "probe"
      image = "registry.example/probe:1.0.0"
      security_context {
        seccomp_profile { type = "Unconfined" }
        se_linux_options { user = "system_u" }
      }
    }
  }
}
