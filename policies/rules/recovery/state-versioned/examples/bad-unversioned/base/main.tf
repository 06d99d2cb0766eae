terraform {
  backend "gcs" {
    bucket = "webshop-state-base"
  }
}

resource "aws_s3_bucket" "state" {
  bucket = "webshop-state"
}

resource "google_storage_bucket" "state" {
  name     = "webshop-state-base"
  location = "EU"
}

resource "azurerm_storage_account" "state" {
  name = "webshopstate"
}
