variable "account" {
  type = string
}

resource "google_compute_instance" "web" {
  name         = "web"
  machine_type = "e2-small"
  zone         = "europe-west3-a"

  service_account {
    email  = var.account
    scopes = ["cloud-platform"]
  }
}
