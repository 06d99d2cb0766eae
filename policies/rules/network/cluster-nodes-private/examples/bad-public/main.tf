resource "google_container_cluster" "main" {
  name     = "main"
  location = "europe-west1"
}

resource "azurerm_kubernetes_cluster" "main" {
  name = "main"

  default_node_pool {
    name                   = "default"
    node_public_ip_enabled = true
  }
}
