resource "aws_s3_bucket" "orders" {
  bucket        = "orders-production"
  force_destroy = false
}
