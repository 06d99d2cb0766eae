resource "aws_api_gateway_method" "orders" {
  rest_api_id   = "shop"
  resource_id   = "orders"
  http_method   = "POST"
  authorization = "NONE"
}

resource "aws_apigatewayv2_route" "orders" {
  api_id    = "shop"
  route_key = "POST /orders"
}
