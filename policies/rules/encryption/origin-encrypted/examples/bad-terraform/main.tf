resource "aws_cloudfront_distribution" "shop" {
  enabled = true

  origin {
    domain_name = "shop.example.com"
    origin_id   = "shop"

    custom_origin_config {
      http_port              = 80
      https_port             = 443
      origin_protocol_policy = "http-only"
      origin_ssl_protocols   = ["TLSv1.2"]
    }
  }

  default_cache_behavior {
    target_origin_id       = "shop"
    viewer_protocol_policy = "redirect-to-https"
  }
}

resource "azurerm_cdn_frontdoor_route" "shop" {
  name                = "shop"
  forwarding_protocol = "HttpOnly"
}
