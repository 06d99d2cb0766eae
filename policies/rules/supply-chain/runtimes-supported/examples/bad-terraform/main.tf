resource "aws_lambda_function" "orders" {
  function_name = "orders"
  role          = "arn:aws:iam::111122223333:role/orders"
  runtime       = "nodejs16.x"
}

resource "google_cloudfunctions2_function" "orders" {
  name = "orders"

  build_config {
    runtime = "python38"
  }
}

resource "azurerm_linux_function_app" "orders" {
  name = "orders"

  site_config {
    application_stack {
      dotnet_version = "6.0"
    }
  }
}
