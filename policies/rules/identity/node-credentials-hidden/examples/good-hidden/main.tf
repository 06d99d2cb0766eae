resource "google_container_cluster" "main" {
  name     = "main"
  location = "europe-west1"

  workload_identity_config {
    workload_pool = "webshop.svc.id.goog"
  }
}

resource "google_container_node_pool" "web" {
  name    = "web"
  cluster = google_container_cluster.main.name
}

resource "google_container_node_pool" "batch" {
  name    = "batch"
  cluster = "other"

  node_config {
    workload_metadata_config {
      mode = "GKE_METADATA"
    }
  }
}
