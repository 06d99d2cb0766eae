variable "authorization" {
  type = string
}

resource "aws_api_gateway_method" "orders" {
  rest_api_id   = "shop"
  resource_id   = "orders"
  http_method   = "POST"
  authorization = var.authorization
}
