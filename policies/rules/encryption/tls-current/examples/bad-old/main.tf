resource "aws_lb_listener" "web" {
  load_balancer_arn = "shop"
  port              = 443
  protocol          = "HTTPS"

  default_action {
    type             = "forward"
    target_group_arn = "web"
  }
}

resource "aws_lb_listener" "tls" {
  load_balancer_arn = "shop"
  port              = 8443
  protocol          = "TLS"
  ssl_policy        = "ELBSecurityPolicy-TLS13-1-1-2021-06"

  default_action {
    type             = "forward"
    target_group_arn = "web"
  }
}

resource "aws_cloudfront_distribution" "shop" {
  enabled = true

  viewer_certificate {
    acm_certificate_arn      = "shop"
    minimum_protocol_version = "SSLv3"
  }
}

resource "aws_api_gateway_domain_name" "api" {
  domain_name     = "api.example.com"
  security_policy = "TLS_1_0"
}

resource "azurerm_linux_web_app" "shop" {
  name                = "shop"
  resource_group_name = "shop"
  location            = "westeurope"
  service_plan_id     = "shop"
  https_only          = true

  site_config {
    minimum_tls_version = "1.1"
  }
}

resource "google_compute_ssl_policy" "shop" {
  name = "shop"
}

resource "google_compute_ssl_policy" "custom" {
  name            = "custom"
  profile         = "CUSTOM"
  min_tls_version = "TLS_1_2"
  custom_features = ["TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384", "TLS_RSA_WITH_AES_256_GCM_SHA384"]
}
