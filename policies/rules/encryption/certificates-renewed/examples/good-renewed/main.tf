resource "aws_acm_certificate" "shop" {
  domain_name       = "shop.example.com"
  validation_method = "DNS"
}

resource "azurerm_key_vault_certificate" "shop" {
  name = "shop"

  certificate_policy {
    lifetime_action {
      action {
        action_type = "AutoRenew"
      }

      trigger {
        days_before_expiry = 30
      }
    }
  }
}

resource "google_compute_managed_ssl_certificate" "shop" {
  name = "shop"

  managed {
    domains = ["shop.example.com"]
  }
}
