resource "github_branch_protection" "main" {
  repository_id = "shop"
  pattern       = "main"

  required_pull_request_reviews {
    required_approving_review_count = 1
  }
}

# It asks for signatures only; what else is asked stands elsewhere.
resource "github_repository_ruleset" "signed" {
  name        = "signed"
  repository  = "shop"
  target      = "branch"
  enforcement = "active"

  conditions {
    ref_name {
      include = ["~ALL"]
      exclude = []
    }
  }
  rules {
    required_signatures = true
  }
}
