resource "azurerm_storage_account" "assets" {
  name = "ourassets"

  network_rules {
    default_action = "Allow"
    ip_rules       = ["203.0.113.7"]
  }
}

resource "azurerm_storage_account" "documents" {
  name = "ourdocuments"
}

resource "azurerm_storage_account_network_rules" "documents" {
  storage_account_id = azurerm_storage_account.documents.id
  default_action     = "Allow"
  ip_rules           = ["203.0.113.7"]
}
