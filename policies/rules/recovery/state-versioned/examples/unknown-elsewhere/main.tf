terraform {
  backend "s3" {
    bucket = "webshop-state"
    key    = "web.tfstate"
    region = "eu-central-1"
  }
}
