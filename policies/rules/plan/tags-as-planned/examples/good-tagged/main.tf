provider "aws" {
  default_tags {
    tags = { owner = "shop" }
  }
}

resource "aws_s3_bucket" "documents" {
  tags = { cost-center = "1" }
}

resource "azurerm_storage_account" "documents" {
  name = "documents"
  tags = { Owner = "shop", cost-center = "1" }
}
