resource "aws_api_gateway_method_settings" "shop" {
  rest_api_id = "shop"
  stage_name  = "live"
  method_path = "*/*"

  settings {
    caching_enabled = true
  }
}
