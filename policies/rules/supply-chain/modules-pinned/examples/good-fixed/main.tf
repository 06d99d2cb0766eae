module "vpc" {
  source  = "terraform-aws-modules/vpc/aws"
  version = "~> 5.8"
}
module "tag" {
  source = "git::https://example.com/network.git//vpc?ref=v1.4.0"
}
module "commit" {
  source = "github.com/acme/network?ref=3c2b6d1f0a9e8d7c6b5a4f3e2d1c0b9a8f7e6d5c"
}
module "own" {
  source = "./own"
}
