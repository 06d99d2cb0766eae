terraform {
  backend "s3" {
    bucket       = "shop-state"
    key          = "infra"
    region       = "eu-central-1"
    use_lockfile = true
  }
}

module "network" {
  source = "../modules/network"
  zones  = 3
}
