resource "aws_route53_record" "shop" {
  zone_id        = "Z0123456789"
  name           = "shop.example.com"
  type           = "A"
  ttl            = 60
  records        = ["192.0.2.10"]
  set_identifier = "primary"

  failover_routing_policy {
    type = "PRIMARY"
  }
}
