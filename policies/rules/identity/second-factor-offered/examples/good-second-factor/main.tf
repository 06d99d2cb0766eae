resource "aws_cognito_user_pool" "shop" {
  name              = "shop"
  mfa_configuration = "OPTIONAL"

  software_token_mfa_configuration {
    enabled = true
  }
}

resource "google_identity_platform_config" "shop" {
  mfa {
    state = "ENABLED"
  }
}
