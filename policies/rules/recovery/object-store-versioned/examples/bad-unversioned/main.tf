resource "aws_s3_bucket" "documents" {
  bucket = "our-documents"
}

resource "google_storage_bucket" "documents" {
  name = "our-documents"

  versioning {
    enabled = false
  }
}
