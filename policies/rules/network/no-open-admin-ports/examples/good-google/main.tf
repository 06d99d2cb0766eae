resource "google_compute_firewall" "shop" {
  name          = "shop"
  network       = google_compute_network.main.id
  source_ranges = ["35.235.240.0/20"]

  allow {
    protocol = "tcp"
    ports    = ["22"]
  }
}

resource "google_compute_network" "main" {
  name = "main"
}
