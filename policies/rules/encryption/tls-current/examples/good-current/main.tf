resource "aws_lb_listener" "web" {
  load_balancer_arn = "shop"
  port              = 443
  protocol          = "HTTPS"
  ssl_policy        = "ELBSecurityPolicy-TLS13-1-2-2021-06"

  default_action {
    type             = "forward"
    target_group_arn = "web"
  }
}

resource "aws_lb_listener" "tcp" {
  load_balancer_arn = "shop"
  port              = 5432
  protocol          = "TCP"

  default_action {
    type             = "forward"
    target_group_arn = "web"
  }
}

resource "aws_cloudfront_distribution" "shop" {
  enabled = true

  viewer_certificate {
    acm_certificate_arn      = "shop"
    minimum_protocol_version = "TLSv1.2_2021"
  }
}

resource "aws_cloudfront_distribution" "plain" {
  enabled = true

  viewer_certificate {
    cloudfront_default_certificate = true
  }
}

resource "azurerm_linux_web_app" "shop" {
  name                = "shop"
  resource_group_name = "shop"
  location            = "westeurope"
  service_plan_id     = "shop"
  https_only          = true

  site_config {}
}

resource "google_compute_ssl_policy" "shop" {
  name            = "shop"
  profile         = "RESTRICTED"
  min_tls_version = "TLS_1_2"
}
