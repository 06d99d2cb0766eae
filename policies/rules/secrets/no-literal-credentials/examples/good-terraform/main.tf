provider "aws" {
  region = "eu-central-1"
}

variable "admin_password" {
  type      = string
  sensitive = true
}

variable "token_file" {
  default = "/run/secrets/token"
}

resource "random_password" "shop" {
  length = 32
}

data "aws_secretsmanager_secret_version" "mail" {
  secret_id = "shop/mail"
}

resource "aws_db_instance" "shop" {
  username = "shop"
  password = random_password.shop.result
}

resource "aws_db_instance" "managed" {
  username                    = "shop"
  manage_master_user_password = true
}

resource "azurerm_linux_virtual_machine" "web" {
  admin_username                  = "shop"
  admin_password                  = var.admin_password
  disable_password_authentication = false
}

resource "google_secret_manager_secret_version" "mail" {
  secret      = "mail"
  secret_data = data.aws_secretsmanager_secret_version.mail.secret_string
}

resource "aws_secretsmanager_secret_version" "shop" {
  secret_id = "shop"
  secret_string = jsonencode({
    username = "shop"
    password = random_password.shop.result
  })
}

resource "aws_lambda_function" "mail" {
  function_name = "mail"
  environment {
    variables = {
      SMTP_PASSWORD        = "changeme"
      SMTP_PASSWORD_SECRET = "shop/mail"
      ALLOW_EMPTY_PASSWORD = "no"
      AWS_ACCESS_KEY_ID    = "AKIAIOSFODNN7EXAMPLE"
    }
  }
}

resource "aws_instance" "batch" {
  user_data = <<-EOT
    export DB_PASSWORD=$(aws ssm get-parameter --name /shop/db --with-decryption)
    export API_TOKEN="${random_password.shop.result}"
  EOT
}
