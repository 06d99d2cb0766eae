resource "google_iam_workload_identity_pool_provider" "github" {
  workload_identity_pool_id          = "delivery"
  workload_identity_pool_provider_id = "github"
  attribute_condition                = "assertion.repository_owner == 'webshop'"

  oidc {
    issuer_uri = "https://token.actions.githubusercontent.com"
  }
}

resource "google_iam_workload_identity_pool_provider" "own" {
  workload_identity_pool_id          = "delivery"
  workload_identity_pool_provider_id = "own"

  oidc {
    issuer_uri = "https://tokens.example.com"
  }
}
