variable "key" {
  type = string
}

resource "aws_cloudtrail" "account" {
  name           = "account"
  s3_bucket_name = "trail-of-the-account"
  kms_key_id     = var.key
}
