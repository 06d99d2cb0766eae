provider "aws" {
  default_tags {
    tags = { owner = "shop" }
  }
}

resource "aws_s3_bucket" "documents" {
  tags = { Name = "documents" }
}

resource "azurerm_storage_account" "documents" {
  name = "documents"
}

resource "google_storage_bucket" "documents" {
  name   = "documents"
  labels = { owner = "shop", cost-center = "1" }
}

provider "google" {}

resource "google_pubsub_topic" "orders" {
  name   = "orders"
  labels = { owner = "shop" }
}
