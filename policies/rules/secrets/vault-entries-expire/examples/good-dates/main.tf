resource "azurerm_key_vault_key" "orders" {
  name            = "orders"
  key_type        = "RSA"
  expiration_date = "2027-12-30T20:00:00Z"
}

resource "azurerm_key_vault_key" "rotated" {
  name     = "rotated"
  key_type = "RSA"
  rotation_policy {
    expire_after = "P90D"
    automatic {
      time_before_expiry = "P30D"
    }
  }
}

resource "azurerm_key_vault_secret" "mail" {
  name            = "mail"
  value           = var.mail
  expiration_date = "2027-12-30T20:00:00Z"
}

variable "mail" {
  type      = string
  sensitive = true
}
