resource "google_storage_bucket" "orders" {
  name     = "orders-of-the-shop"
  location = "EU"

  versioning {
    enabled = true
  }
}
