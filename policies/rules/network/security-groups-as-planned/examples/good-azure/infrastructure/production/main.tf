resource "azurerm_network_security_group" "web" {
  name = "nsg-web"

  security_rule {
    direction               = "Inbound"
    access                  = "Allow"
    protocol                = "Tcp"
    source_address_prefix   = "Internet"
    destination_port_ranges = ["443"]
  }
}
