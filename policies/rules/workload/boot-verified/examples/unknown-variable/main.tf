variable "monitored" {
  type = bool
}

resource "google_compute_instance" "web" {
  name         = "web"
  machine_type = "e2-small"

  shielded_instance_config {
    enable_integrity_monitoring = var.monitored
  }
}
