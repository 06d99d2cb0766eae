resource "azurerm_network_security_rule" "shop" {
  name                       = "shop"
  network_security_group_name = azurerm_network_security_group.main.name
  priority                   = 100
  direction                  = "Inbound"
  access                     = "Allow"
  protocol                   = "Tcp"
  source_port_range          = "*"
  destination_address_prefix = "*"
  destination_port_range     = "443"
  source_address_prefix      = "Internet"
}

resource "azurerm_network_security_group" "main" {
  name = "main"
}
