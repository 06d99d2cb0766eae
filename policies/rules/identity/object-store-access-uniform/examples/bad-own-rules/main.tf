resource "google_storage_bucket" "orders" {
  name     = "orders"
  location = "EU"
}

resource "google_storage_bucket" "invoices" {
  name                        = "invoices"
  location                    = "EU"
  uniform_bucket_level_access = false
}
