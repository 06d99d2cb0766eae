terraform {
  backend "s3" {
    bucket       = "state"
    key          = "shop"
    region       = "eu-central-1"
    encrypt      = true
  }
}

resource "aws_s3_bucket" "logs" {
  bucket = "logs"
}
