provider "aws" {
  region              = "eu-central-1"
  allowed_account_ids = ["222222222222"]
}

resource "aws_s3_bucket" "logs" {
  bucket = "logs"
}
