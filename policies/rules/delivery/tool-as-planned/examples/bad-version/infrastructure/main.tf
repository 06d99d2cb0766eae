terraform {
  required_version = ">=1.10"
}

resource "aws_s3_bucket" "documents" {}
