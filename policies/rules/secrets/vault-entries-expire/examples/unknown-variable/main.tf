variable "end" {
  type = string
}

resource "azurerm_key_vault_key" "orders" {
  name            = "orders"
  key_type        = "RSA"
  expiration_date = var.end
}
