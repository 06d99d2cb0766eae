resource "aws_s3_bucket" "assets" {
  bucket = "our-assets"
}

resource "aws_s3_bucket_public_access_block" "assets" {
  bucket              = aws_s3_bucket.assets.id
  block_public_acls   = true
  block_public_policy = true
}

resource "azurerm_storage_account" "assets" {
  name                            = "ourassets"
  allow_nested_items_to_be_public = true
}
