terraform {
  required_version = ">= 1.9"

  backend "local" {
    path = "shop.tfstate"
  }
}

resource "google_storage_bucket" "orders" {
  name     = "orders-of-the-shop"
  location = "EU"
}
