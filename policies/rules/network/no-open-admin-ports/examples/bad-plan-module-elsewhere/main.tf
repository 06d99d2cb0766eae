provider "aws" {
  region = "eu-central-1"
}

module "bastion" {
  source              = "terraform-aws-modules/security-group/aws"
  version             = "5.3.0"
  name                = "bastion"
  ingress_cidr_blocks = ["0.0.0.0/0"]
}
