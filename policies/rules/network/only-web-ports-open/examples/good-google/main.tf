resource "google_compute_firewall" "shop" {
  name          = "shop"
  network       = google_compute_network.main.id
  source_ranges = ["0.0.0.0/0"]

  allow {
    protocol = "tcp"
    ports    = ["443"]
  }
}

resource "google_compute_network" "main" {
  name = "main"
}
