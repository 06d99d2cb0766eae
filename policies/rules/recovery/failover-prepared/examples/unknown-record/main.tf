resource "aws_db_instance" "orders" {}

resource "aws_route53_record" "orders" {
  name            = "orders"
  records         = [aws_db_instance.orders.address]
  health_check_id = "abc"

  failover_routing_policy {
    type = "PRIMARY"
  }
}
