resource "aws_acm_certificate" "shop" {
  domain_name       = "shop.example.com"
  validation_method = "EMAIL"
}

resource "aws_acm_certificate" "imported" {
  certificate_body = file("shop.pem")
  private_key      = var.key
}

resource "azurerm_key_vault_certificate" "shop" {
  name = "shop"

  certificate_policy {
    lifetime_action {
      action {
        action_type = "EmailContacts"
      }

      trigger {
        days_before_expiry = 30
      }
    }
  }
}

resource "google_compute_ssl_certificate" "shop" {
  name        = "shop"
  certificate = file("shop.pem")
  private_key = var.key
}

variable "key" {
  type      = string
  sensitive = true
}
