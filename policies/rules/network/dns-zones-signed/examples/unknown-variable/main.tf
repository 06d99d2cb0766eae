variable "state" {
  type = string
}

resource "google_dns_managed_zone" "shop" {
  name     = "shop"
  dns_name = "shop.example.com."

  dnssec_config {
    state = var.state
  }
}
