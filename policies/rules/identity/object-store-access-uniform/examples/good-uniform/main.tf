resource "google_storage_bucket" "orders" {
  name                        = "orders"
  location                    = "EU"
  uniform_bucket_level_access = true
}
