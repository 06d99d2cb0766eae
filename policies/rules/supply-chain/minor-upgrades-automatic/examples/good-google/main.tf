resource "google_container_node_pool" "web" {
  name    = "web"
  cluster = google_container_cluster.main.name

  management {
    auto_repair  = true
    auto_upgrade = true
  }
}

resource "google_container_cluster" "main" {
  name     = "main"
  location = "europe-west1"
}
