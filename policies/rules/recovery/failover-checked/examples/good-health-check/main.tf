resource "aws_route53_record" "shop" {
  zone_id        = "Z0123456789"
  name           = "shop.example.com"
  type           = "A"
  ttl            = 60
  records        = ["192.0.2.10"]
  set_identifier = "primary"
  health_check_id = aws_route53_health_check.shop.id

  failover_routing_policy {
    type = "PRIMARY"
  }
}

resource "aws_route53_health_check" "shop" {
  fqdn = "shop.example.com"
  port = 443
  type = "HTTPS"
}
