variable "keys_only" {
  type = bool
}

resource "azurerm_linux_virtual_machine_scale_set" "web" {
  name                            = "web"
  resource_group_name             = "shop"
  location                        = "westeurope"
  sku                             = "Standard_B2s"
  instances                       = 2
  admin_username                  = "deployer"
  disable_password_authentication = var.keys_only
}
