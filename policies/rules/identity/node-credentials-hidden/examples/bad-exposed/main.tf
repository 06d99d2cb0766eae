resource "google_container_node_pool" "web" {
  name    = "web"
  cluster = "main"

  node_config {
    workload_metadata_config {
      mode = "GCE_METADATA"
    }
  }
}

resource "google_container_node_pool" "batch" {
  name    = "batch"
  cluster = "main"
}
