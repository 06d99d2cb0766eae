resource "aws_security_group" "app" {
  ingress {
    protocol    = "tcp"
    from_port   = 8080
    to_port     = 8090
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "google_compute_firewall" "game" {
  name          = "game"
  network       = "shop"
  source_ranges = ["0.0.0.0/0"]

  allow {
    protocol = "udp"
    ports    = ["7777"]
  }
}

resource "azurerm_network_security_rule" "app" {
  name                       = "app"
  direction                  = "Inbound"
  access                     = "Allow"
  protocol                   = "Tcp"
  source_address_prefix      = "*"
  source_port_range          = "*"
  destination_address_prefix = "*"
  destination_port_range     = "8443"
}
