terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 5.40"
    }
    random = {
      source  = "hashicorp/random"
      version = ">= 3.1, < 4"
    }
  }
}
provider "aws" {
  region = "eu-central-1"
}
