resource "aws_lambda_function" "orders" {
  function_name = "orders"
  role          = "arn:aws:iam::111122223333:role/orders"
  runtime       = "nodejs22.x"
}

resource "aws_lambda_function" "image" {
  function_name = "image"
  role          = "arn:aws:iam::111122223333:role/orders"
  package_type  = "Image"
}

resource "azurerm_linux_web_app" "shop" {
  name = "shop"

  site_config {
    application_stack {
      python_version = "3.12"
    }
  }
}
