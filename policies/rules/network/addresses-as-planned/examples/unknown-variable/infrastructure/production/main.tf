variable "block" {}

resource "azurerm_virtual_network" "main" {
  address_space = [var.block]
}
