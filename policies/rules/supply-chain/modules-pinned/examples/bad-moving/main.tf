module "vpc" {
  source = "terraform-aws-modules/vpc/aws"
}
module "dns" {
  source  = "terraform-aws-modules/route53/aws"
  version = ">= 2.0"
}
module "network" {
  source = "git::https://example.com/network.git"
}
module "branch" {
  source   = "git@github.com:acme/network.git?ref=main"
  for_each = toset(["a", "b"])
}
