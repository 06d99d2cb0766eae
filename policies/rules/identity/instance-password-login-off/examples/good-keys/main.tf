resource "azurerm_linux_virtual_machine" "web" {
  name                  = "web"
  resource_group_name   = "shop"
  location              = "westeurope"
  size                  = "Standard_B2s"
  admin_username        = "deployer"
  network_interface_ids = []

  admin_ssh_key {
    username   = "deployer"
    public_key = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIBd0"
  }
}
