resource "aws_cloudtrail" "account" {
  name                       = "account"
  s3_bucket_name             = "trail"
  enable_logging             = false
}
