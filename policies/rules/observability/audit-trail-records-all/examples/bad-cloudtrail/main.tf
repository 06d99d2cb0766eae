resource "aws_cloudtrail" "writes" {
  name           = "writes"
  s3_bucket_name = "trail-of-the-account"

  event_selector {
    read_write_type = "WriteOnly"
  }
}
