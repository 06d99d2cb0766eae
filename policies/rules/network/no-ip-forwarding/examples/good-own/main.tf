resource "aws_instance" "web" {
  ami           = "ami-0c55b159cbfafe1f0"
  instance_type = "t3.small"
}

resource "azurerm_network_interface" "web" {
  name                 = "web"
  location             = "westeurope"
  resource_group_name  = "shop"
  enable_ip_forwarding = false
}

resource "google_compute_instance" "web" {
  name         = "web"
  machine_type = "e2-small"
  zone         = "europe-west3-a"
}
