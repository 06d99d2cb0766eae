resource "aws_kms_key" "orders" {
  enable_key_rotation = true
}

resource "aws_kms_key" "signing" {
  customer_master_key_spec = "ECC_NIST_P256"
  key_usage                = "SIGN_VERIFY"
}

resource "google_kms_crypto_key" "orders" {
  name            = "orders"
  key_ring        = "shop"
  rotation_period = "7776000s"
}

resource "google_kms_crypto_key" "signing" {
  name     = "signing"
  key_ring = "shop"
  purpose  = "ASYMMETRIC_SIGN"
}
