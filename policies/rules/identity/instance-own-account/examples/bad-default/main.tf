resource "google_compute_instance" "web" {
  name         = "web"
  machine_type = "e2-small"
  zone         = "europe-west3-a"

  service_account {
    scopes = ["cloud-platform"]
  }
}

resource "google_compute_instance_template" "worker" {
  name         = "worker"
  machine_type = "e2-small"

  service_account {
    email  = "123456789012-compute@developer.gserviceaccount.com"
    scopes = ["logging-write"]
  }
}
