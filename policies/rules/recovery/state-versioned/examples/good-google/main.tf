terraform {
  backend "gcs" {
    bucket = "state-of-the-shop"
  }
}

resource "google_storage_bucket" "state" {
  name     = "state-of-the-shop"
  location = "EU"

  versioning {
    enabled = true
  }
}
