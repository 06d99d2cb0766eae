variable "versioned" {
  type = bool
}

resource "google_storage_bucket" "documents" {
  name = "our-documents"

  versioning {
    enabled = var.versioned
  }
}
