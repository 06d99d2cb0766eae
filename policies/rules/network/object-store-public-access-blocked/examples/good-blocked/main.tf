resource "aws_s3_bucket" "by_itself" {
  bucket = "our-documents"
}

resource "aws_s3_bucket" "assets" {
  bucket = "our-assets"
}

resource "aws_s3_bucket_public_access_block" "assets" {
  bucket                  = aws_s3_bucket.assets.id
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

resource "azurerm_storage_account" "assets" {
  name                            = "ourassets"
  allow_nested_items_to_be_public = false
}

resource "google_storage_bucket" "inherited" {
  name = "our-assets"
}
