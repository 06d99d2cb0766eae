resource "azurerm_managed_disk" "off" {
  create_option = "Empty"
  encryption_settings {
    enabled = false
  }
}

resource "azurerm_linux_virtual_machine_scale_set" "off" {
  name                       = "off"
  encryption_at_host_enabled = false
}

resource "azurerm_linux_virtual_machine" "unsaid" {
  name = "unsaid"
}
