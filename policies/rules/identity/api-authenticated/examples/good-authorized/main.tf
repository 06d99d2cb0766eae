resource "aws_api_gateway_method" "orders" {
  rest_api_id   = "shop"
  resource_id   = "orders"
  http_method   = "POST"
  authorization = "AWS_IAM"
}

resource "aws_api_gateway_method" "preflight" {
  rest_api_id   = "shop"
  resource_id   = "orders"
  http_method   = "OPTIONS"
  authorization = "NONE"
}

resource "aws_api_gateway_method" "keyed" {
  rest_api_id      = "shop"
  resource_id      = "orders"
  http_method      = "GET"
  authorization    = "NONE"
  api_key_required = true
}

resource "aws_api_gateway_rest_api" "inner" {
  name = "inner"

  endpoint_configuration {
    types = ["PRIVATE"]
  }
}

resource "aws_api_gateway_method" "inner" {
  rest_api_id   = aws_api_gateway_rest_api.inner.id
  resource_id   = "orders"
  http_method   = "GET"
  authorization = "NONE"
}

resource "aws_apigatewayv2_route" "orders" {
  api_id             = "shop"
  route_key          = "POST /orders"
  authorization_type = "JWT"
}

resource "aws_apigatewayv2_route" "bye" {
  api_id    = "socket"
  route_key = "$disconnect"
}
