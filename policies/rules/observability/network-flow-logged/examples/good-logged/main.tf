resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_flow_log" "main" {
  vpc_id          = aws_vpc.main.id
  traffic_type    = "ALL"
  log_destination = "logs"
}

resource "google_compute_subnetwork" "web" {
  name          = "web"
  network       = "main"
  ip_cidr_range = "10.0.1.0/24"

  log_config {
    flow_sampling = 0.5
  }
}

resource "google_compute_subnetwork" "proxies" {
  name          = "proxies"
  network       = "main"
  ip_cidr_range = "10.0.2.0/24"
  purpose       = "REGIONAL_MANAGED_PROXY"
  role          = "ACTIVE"
}
