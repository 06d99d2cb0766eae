resource "aws_cognito_identity_pool" "shop" {
  identity_pool_name               = "shop"
  allow_unauthenticated_identities = false
}

resource "google_identity_platform_config" "shop" {
  sign_in {
    email {
      enabled = true
    }
  }
}
