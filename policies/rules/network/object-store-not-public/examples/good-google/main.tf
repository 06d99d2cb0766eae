resource "google_storage_bucket" "invoices" {
  name                     = "invoices-of-the-shop"
  location                 = "EU"
  public_access_prevention = "enforced"
}

resource "google_storage_bucket_iam_member" "accounting" {
  bucket = google_storage_bucket.invoices.name
  role   = "roles/storage.objectViewer"
  member = "group:accounting@shop.example"
}
