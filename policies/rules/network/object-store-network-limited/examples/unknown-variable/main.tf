variable "action" {
  type = string
}

resource "azurerm_storage_account" "assets" {
  name = "ourassets"

  network_rules {
    default_action = var.action
  }
}
