resource "aws_kms_key" "trail" {
  enable_key_rotation = true
}

resource "aws_cloudtrail" "account" {
  name           = "account"
  s3_bucket_name = "trail-of-the-account"
  kms_key_id     = aws_kms_key.trail.arn
}
