resource "google_container_node_pool" "web" {
  name    = "web"
  cluster = google_container_cluster.main.name

  node_config {
    machine_type = "e2-medium"
  }
}

resource "google_container_cluster" "main" {
  name     = "main"
  location = "europe-west1"

  node_config {
    service_account = "default"
  }
}
