resource "google_storage_bucket" "invoices" {
  name     = "invoices-of-the-shop"
  location = "EU"
}

resource "google_storage_bucket_iam_member" "everyone" {
  bucket = google_storage_bucket.invoices.name
  role   = "roles/storage.objectViewer"
  member = "allUsers"
}
