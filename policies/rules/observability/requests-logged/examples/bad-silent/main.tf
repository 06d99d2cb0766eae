resource "aws_lb" "shop" {
  name = "shop"
}

resource "aws_elb" "old" {
  name = "old"

  access_logs {
    bucket  = "logs"
    enabled = false
  }
}

resource "aws_cloudfront_distribution" "shop" {
  enabled = true
}

resource "aws_api_gateway_stage" "shop" {
  rest_api_id   = "shop"
  deployment_id = "1"
  stage_name    = "live"
}
