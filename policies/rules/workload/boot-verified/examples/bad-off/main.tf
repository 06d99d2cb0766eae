resource "google_compute_instance" "web" {
  name         = "web"
  machine_type = "e2-small"

  shielded_instance_config {
    enable_integrity_monitoring = false
  }
}

resource "google_container_cluster" "main" {
  name                  = "main"
  location              = "europe-west1"
  enable_shielded_nodes = false
}
