resource "google_bigquery_dataset" "production" {
  dataset_id                 = "orders"
  delete_contents_on_destroy = true
}
