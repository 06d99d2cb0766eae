resource "google_bigquery_dataset" "orders" {
  dataset_id = "orders"
  access {
    role          = "OWNER"
    user_by_email = "ada@example.org"
  }
  access {
    role          = "READER"
    special_group = "allAuthenticatedUsers"
  }
}
