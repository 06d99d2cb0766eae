resource "aws_cloudfront_distribution" "shop" {
  enabled = true

  origin {
    domain_name = "shop.example.com"
    origin_id   = "shop"

    custom_origin_config {
      origin_protocol_policy = "https-only"
    }
  }

  default_cache_behavior {
    target_origin_id       = "shop"
    viewer_protocol_policy = "redirect-to-https"
  }
}

resource "azurerm_cdn_frontdoor_route" "shop" {
  name                = "shop"
  forwarding_protocol = "HttpsOnly"
}
