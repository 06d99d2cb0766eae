provider "aws" {
  region = "eu-central-1"
}

module "network" {
  source = "../.."
  zones  = 2
}
