variable "machine" {}

resource "azurerm_managed_disk" "open" {
  create_option = "Empty"
  encryption_settings {
    enabled = var.machine
  }
}
