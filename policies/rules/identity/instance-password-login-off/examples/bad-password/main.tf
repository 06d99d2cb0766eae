resource "azurerm_linux_virtual_machine" "web" {
  name                            = "web"
  resource_group_name             = "shop"
  location                        = "westeurope"
  size                            = "Standard_B2s"
  admin_username                  = "deployer"
  disable_password_authentication = false
  network_interface_ids           = []
}

resource "azurerm_virtual_machine" "old" {
  name                  = "old"
  resource_group_name   = "shop"
  location              = "westeurope"
  vm_size               = "Standard_B2s"
  network_interface_ids = []

  os_profile_linux_config {
    disable_password_authentication = false
  }
}
