resource "aws_instance" "web" {
  ami               = "ami-0c55b159cbfafe1f0"
  instance_type     = "t3.small"
  source_dest_check = false
}

resource "azurerm_network_interface" "web" {
  name                  = "web"
  location              = "westeurope"
  resource_group_name   = "shop"
  ip_forwarding_enabled = true
}

resource "google_compute_instance" "web" {
  name           = "web"
  machine_type   = "e2-small"
  zone           = "europe-west3-a"
  can_ip_forward = true
}
