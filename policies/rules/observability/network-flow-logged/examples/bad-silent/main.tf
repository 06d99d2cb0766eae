resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

resource "google_compute_subnetwork" "web" {
  name          = "web"
  network       = "main"
  ip_cidr_range = "10.0.1.0/24"
}
