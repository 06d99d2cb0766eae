resource "aws_lambda_permission" "api" {
  action        = "lambda:InvokeFunction"
  function_name = "orders"
  principal     = "apigateway.amazonaws.com"
  source_arn    = "arn:aws:execute-api:eu-central-1:123456789012:abcdef/*"
}

resource "aws_lambda_permission" "partner" {
  action        = "lambda:InvokeFunction"
  function_name = "orders"
  principal     = "123456789012"
}

# Everyone, whatever they call for: identity/resource-policy-not-public says so.
resource "aws_lambda_permission" "everyone" {
  action        = "lambda:InvokeFunction"
  function_name = "orders"
  principal     = "*"
}

resource "aws_lambda_permission" "bucket" {
  action         = "lambda:InvokeFunction"
  function_name  = "orders"
  principal      = "s3.amazonaws.com"
  source_account = "111122223333"
}
