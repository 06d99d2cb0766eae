resource "azurerm_managed_disk" "on" {
  create_option = "Empty"
  encryption_settings {
    enabled = true
  }
}

resource "azurerm_managed_disk" "silent" {
  create_option = "Empty"
}
