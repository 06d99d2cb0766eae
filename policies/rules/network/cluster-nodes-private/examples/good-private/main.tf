resource "google_container_cluster" "main" {
  name     = "main"
  location = "europe-west1"

  private_cluster_config {
    enable_private_nodes = true
  }
}

resource "azurerm_kubernetes_cluster" "main" {
  name = "main"

  default_node_pool {
    name = "default"
  }
}
