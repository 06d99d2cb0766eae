variable "guests" {
  type = bool
}

resource "aws_cognito_identity_pool" "shop" {
  identity_pool_name               = "shop"
  allow_unauthenticated_identities = var.guests
}
