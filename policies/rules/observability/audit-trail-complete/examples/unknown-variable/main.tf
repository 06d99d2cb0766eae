variable "every_region" {}

resource "aws_cloudtrail" "account" {
  name                       = "account"
  s3_bucket_name             = "trail"
  is_multi_region_trail      = var.every_region
}
