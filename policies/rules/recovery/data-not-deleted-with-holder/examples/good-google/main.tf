resource "google_bigquery_dataset" "production" {
  dataset_id                 = "orders"
  delete_contents_on_destroy = false
}

resource "google_storage_bucket" "orders" {
  name          = "orders-production"
  location      = "EU"
  force_destroy = false
}
