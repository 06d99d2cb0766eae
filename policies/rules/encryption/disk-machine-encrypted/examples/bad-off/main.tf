resource "azurerm_managed_disk" "off" {
  create_option = "Empty"
  encryption_settings {
    enabled = false
  }
}
