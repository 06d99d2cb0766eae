terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = var.version
    }
    random = {
      source  = "hashicorp/random"
      version = "3.6.0"
    }
  }
}
provider "aws" {
  region = "eu-central-1"
}
variable "version" {}
