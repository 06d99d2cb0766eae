resource "aws_acm_certificate" "shop" {
  domain_name       = "shop.example.com"
  validation_method = "DNS"
  key_algorithm     = "RSA_1024"
}

resource "azurerm_key_vault_certificate" "shop" {
  name = "shop"

  certificate_policy {
    key_properties {
      key_size = 1024
      key_type = "RSA"
    }
  }
}
