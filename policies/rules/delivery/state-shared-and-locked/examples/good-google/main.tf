terraform {
  required_version = ">= 1.9"

  backend "gcs" {
    bucket = "state-of-the-shop"
    prefix = "shop"
  }
}

resource "google_storage_bucket" "orders" {
  name     = "orders-of-the-shop"
  location = "EU"
}
