variable "mode" {
  type = string
}

resource "google_container_node_pool" "web" {
  name    = "web"
  cluster = "main"

  node_config {
    workload_metadata_config {
      mode = var.mode
    }
  }
}
