resource "azurerm_key_vault_key" "orders" {
  name     = "orders"
  key_type = "RSA"
}

resource "azurerm_key_vault_secret" "mail" {
  name  = "mail"
  value = var.mail
}

variable "mail" {
  type      = string
  sensitive = true
}
