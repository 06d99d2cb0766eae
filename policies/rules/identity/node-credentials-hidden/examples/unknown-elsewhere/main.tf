resource "google_container_node_pool" "batch" {
  name    = "batch"
  cluster = "main"
}
