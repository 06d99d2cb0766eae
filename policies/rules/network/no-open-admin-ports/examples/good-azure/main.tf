resource "azurerm_network_security_rule" "shop" {
  name                       = "shop"
  network_security_group_name = azurerm_network_security_group.main.name
  priority                   = 100
  direction                  = "Inbound"
  access                     = "Allow"
  protocol                   = "Tcp"
  source_port_range          = "*"
  destination_address_prefix = "*"
  destination_port_range     = "22"
  source_address_prefix      = "10.0.0.0/8"
}

resource "azurerm_network_security_group" "main" {
  name = "main"
}
