resource "google_compute_instance" "web" {
  name         = "web"
  machine_type = "e2-small"
  zone         = "europe-west3-a"

  metadata = {
    enable-oslogin = "FALSE"
  }
}

resource "google_compute_project_metadata" "all" {
  metadata = {
    owner = "platform"
  }
}

resource "google_compute_project_metadata_item" "login" {
  key   = "enable-oslogin"
  value = "false"
}
