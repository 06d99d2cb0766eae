variable "tls" {
  type = string
}

resource "azurerm_storage_account" "assets" {
  name            = "ourassets"
  min_tls_version = var.tls
}
