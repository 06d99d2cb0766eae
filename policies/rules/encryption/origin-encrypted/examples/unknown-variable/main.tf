variable "protocol" {
  type = string
}

resource "azurerm_cdn_frontdoor_route" "shop" {
  name                = "shop"
  forwarding_protocol = var.protocol
}
