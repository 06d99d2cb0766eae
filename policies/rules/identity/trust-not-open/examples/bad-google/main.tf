resource "google_iam_workload_identity_pool_provider" "github" {
  workload_identity_pool_id          = "delivery"
  workload_identity_pool_provider_id = "github"

  attribute_mapping = {
    "google.subject" = "assertion.sub"
  }

  oidc {
    issuer_uri = "https://token.actions.githubusercontent.com"
  }
}

resource "google_iam_workload_identity_pool_provider" "gitlab" {
  workload_identity_pool_id          = "delivery"
  workload_identity_pool_provider_id = "gitlab"

  oidc {
    issuer_uri = "https://gitlab.com"
  }
}
