resource "aws_s3_bucket" "state" {
  bucket = "webshop-state"
}

resource "aws_s3_bucket_versioning" "state" {
  bucket = aws_s3_bucket.state.id

  versioning_configuration {
    status = "Enabled"
  }
}

terraform {
  backend "s3" {
    bucket = "webshop-state"
    key    = "base.tfstate"
    region = "eu-central-1"
  }
}
