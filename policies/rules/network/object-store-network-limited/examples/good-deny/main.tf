resource "azurerm_storage_account" "assets" {
  name = "ourassets"

  network_rules {
    default_action = "Deny"
    ip_rules       = ["203.0.113.7"]
  }
}

resource "azurerm_storage_account" "without_rules" {
  name = "ourdocuments"
}
