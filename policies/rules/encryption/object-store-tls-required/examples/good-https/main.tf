resource "azurerm_storage_account" "by_default" {
  name = "ourassets"
}

resource "aws_s3_bucket" "by_policy" {
  bucket = "our-assets"
}
