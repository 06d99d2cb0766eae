provider "aws" {
  region = "eu-central-1"
}

provider "aws" {
  alias  = "standby"
  region = "eu-west-1"
}

provider "aws" {
  alias  = "copies"
  region = "eu-north-1"
}
