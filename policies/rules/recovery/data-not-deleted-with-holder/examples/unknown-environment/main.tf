resource "google_storage_bucket" "orders" {
  name          = "orders"
  location      = "EU"
  force_destroy = true
}
