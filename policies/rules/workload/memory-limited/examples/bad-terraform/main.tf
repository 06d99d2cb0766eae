resource "kubernetes_pod_v1" "probe" {
  metadata { name = "probe" }
  spec {
    container {
      name  = "probe"
      image = "registry.example/probe:1.0.0"
    }
  }
}
