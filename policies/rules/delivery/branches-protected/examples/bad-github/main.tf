resource "github_branch_protection" "main" {
  repository_id       = "shop"
  pattern             = "main"
  allows_force_pushes = true

  required_status_checks {
    contexts = ["test"]
  }
}

resource "github_repository_ruleset" "main" {
  name        = "main"
  repository  = "shop"
  target      = "branch"
  enforcement = "active"

  conditions {
    ref_name {
      include = ["~DEFAULT_BRANCH"]
      exclude = []
    }
  }
  rules {
    pull_request {
      required_approving_review_count = 0
    }
  }
}
