provider "aws" {
  region = "eu-central-1"

  assume_role {
    role_arn = "arn:aws:iam::111111111111:role/deploy"
  }
}

provider "aws" {
  alias               = "dns"
  allowed_account_ids = ["222222222222"]
}

resource "aws_s3_bucket" "logs" {
  bucket = "logs"
}
