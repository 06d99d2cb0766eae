resource "aws_cloudtrail" "absent" {
  name                  = "absent"
  s3_bucket_name        = "trail"
  is_multi_region_trail = true
}

resource "aws_cloudtrail" "off" {
  name                       = "off"
  s3_bucket_name             = "trail"
  is_multi_region_trail      = true
  enable_log_file_validation = false
}
