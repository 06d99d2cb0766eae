resource "aws_acm_certificate" "shop" {
  domain_name       = "shop.example.com"
  validation_method = "DNS"
}

resource "azurerm_key_vault_certificate" "shop" {
  name = "shop"

  certificate_policy {
    key_properties {
      key_size = 4096
      key_type = "RSA"
    }
  }
}
