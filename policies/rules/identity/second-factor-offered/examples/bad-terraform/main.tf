resource "aws_cognito_user_pool" "shop" {
  name = "shop"
}

resource "google_identity_platform_config" "shop" {
  mfa {
    state = "DISABLED"
  }
}
