variable "bits" {
  type = number
}

resource "azurerm_key_vault_certificate" "shop" {
  name = "shop"

  certificate_policy {
    key_properties {
      key_size = var.bits
      key_type = "RSA"
    }
  }
}
