resource "aws_cloudtrail" "account" {
  name                  = "account"
  s3_bucket_name        = "trail-of-the-account"
  is_multi_region_trail = true
}
