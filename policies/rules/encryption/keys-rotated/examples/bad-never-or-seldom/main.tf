resource "aws_kms_key" "absent" {
  description = "Orders"
}

resource "aws_kms_key" "seldom" {
  enable_key_rotation     = true
  rotation_period_in_days = 730
}

resource "google_kms_crypto_key" "absent" {
  name     = "orders"
  key_ring = "shop"
}

resource "google_kms_crypto_key" "seldom" {
  name            = "orders"
  key_ring        = "shop"
  rotation_period = "31536000s"
}
