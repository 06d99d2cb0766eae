resource "azurerm_managed_disk" "on" {
  create_option = "Empty"
  encryption_settings {
    enabled = true
  }
}

resource "azurerm_managed_disk" "silent" {
  create_option = "Empty"
}

resource "azurerm_windows_virtual_machine" "on" {
  name                       = "on"
  encryption_at_host_enabled = true
}

resource "azurerm_windows_virtual_machine_scale_set" "on" {
  name                       = "on"
  encryption_at_host_enabled = true
}
