resource "aws_lb" "shop" {
  name = "shop"

  access_logs {
    bucket  = "logs"
    enabled = true
  }
}

resource "aws_lb" "tcp" {
  name               = "tcp"
  load_balancer_type = "network"
}

resource "aws_elb" "old" {
  name = "old"

  access_logs {
    bucket = "logs"
  }
}

resource "aws_cloudfront_distribution" "shop" {
  enabled = true

  logging_config {
    bucket = "logs.s3.amazonaws.com"
  }
}

resource "aws_cloudfront_distribution" "delivered" {
  enabled = true
}

resource "aws_cloudwatch_log_delivery_source" "delivered" {
  name         = "delivered"
  log_type     = "ACCESS_LOGS"
  resource_arn = aws_cloudfront_distribution.delivered.arn
}

resource "aws_cloudwatch_log_delivery" "delivered" {
  delivery_source_name     = aws_cloudwatch_log_delivery_source.delivered.name
  delivery_destination_arn = "logs"
}

resource "aws_apigatewayv2_stage" "shop" {
  api_id = "shop"
  name   = "live"

  access_log_settings {
    destination_arn = "logs"
    format          = "$context.requestId"
  }
}
