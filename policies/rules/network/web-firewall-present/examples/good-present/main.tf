resource "aws_cloudfront_distribution" "shop" {
  enabled    = true
  web_acl_id = "arn:aws:wafv2:us-east-1:123456789012:global/webacl/shop/1a2b3c4d"
}

resource "azurerm_application_gateway" "shop" {
  name                = "shop"
  resource_group_name = "shop"
  location            = "westeurope"
  firewall_policy_id  = "shop"
}

resource "azurerm_frontdoor" "shop" {
  name                = "shop"
  resource_group_name = "shop"

  frontend_endpoint {
    name                                    = "shop"
    host_name                               = "shop.azurefd.net"
    web_application_firewall_policy_link_id = "shop"
  }
}
