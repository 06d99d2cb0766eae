resource "aws_instance" "web" {}

resource "aws_dynamodb_table" "carts" {
  replica {
    region_name = "eu-west-1"
  }
}

resource "aws_route53_record" "web" {
  name            = "shop"
  health_check_id = "abc"

  failover_routing_policy {
    type = "PRIMARY"
  }
}
