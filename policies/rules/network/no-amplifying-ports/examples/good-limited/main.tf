resource "aws_security_group" "tunnel" {
  name = "tunnel"

  ingress {
    from_port   = 51820
    to_port     = 51820
    protocol    = "udp"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "google_compute_firewall" "time" {
  name          = "time"
  network       = "main"
  source_ranges = ["10.0.0.0/8"]

  allow {
    protocol = "udp"
    ports    = ["123"]
  }
}
