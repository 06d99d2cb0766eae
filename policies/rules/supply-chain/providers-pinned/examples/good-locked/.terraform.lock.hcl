provider "registry.terraform.io/hashicorp/aws" {
  version = "5.40.0"
}

provider "registry.terraform.io/hashicorp/random" {
  version = "3.6.0"
}
