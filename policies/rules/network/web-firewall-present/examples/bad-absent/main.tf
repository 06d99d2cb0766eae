resource "aws_cloudfront_distribution" "shop" {
  enabled = true
}

resource "azurerm_application_gateway" "shop" {
  name                = "shop"
  resource_group_name = "shop"
  location            = "westeurope"

  waf_configuration {
    enabled          = false
    firewall_mode    = "Prevention"
    rule_set_version = "3.2"
  }
}

resource "azurerm_frontdoor" "shop" {
  name                = "shop"
  resource_group_name = "shop"

  frontend_endpoint {
    name      = "shop"
    host_name = "shop.azurefd.net"
  }
}
