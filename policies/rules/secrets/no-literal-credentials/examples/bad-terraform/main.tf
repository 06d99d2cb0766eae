provider "aws" {
  region     = "eu-central-1"
  access_key = var.access_key
  secret_key = "q8Zt3VbN0pLk7RrXw2sYd5GfJ1hMc9TuA4eBiOvE"
}

variable "access_key" {}

variable "root_password" {
  type    = string
  default = "correct-horse"
}

resource "aws_db_instance" "shop" {
  username = "shop"
  password = "password123"
}

resource "azurerm_mssql_server" "shop" {
  administrator_login          = "shop"
  administrator_login_password = "P4ssw0rd-of-shop"
}

resource "google_sql_database_instance" "shop" {
  root_password = var.root_password
}

resource "aws_ecs_task_definition" "web" {
  family = "web"
  container_definitions = jsonencode([{
    name = "web"
    environment = [
      { name = "LOG_LEVEL", value = "info" },
      { name = "DB_PASSWORD", value = "password123" },
    ]
  }])
}

resource "aws_lambda_function" "mail" {
  function_name = "mail"
  environment {
    variables = {
      SMTP_HOST     = "smtp.shop.example"
      SMTP_PASSWORD = "correct-horse-2"
    }
  }
}

resource "aws_instance" "batch" {
  user_data = <<-EOT
    #!/bin/sh
    export DB_HOST=db.internal
    export DB_PASSWORD=battery-staple
    /opt/batch/start
  EOT
}

module "queue" {
  source     = "terraform-aws-modules/elasticache/aws"
  version    = "1.10.2"
  auth_token = "nine-lives-of-a-cat"
}
