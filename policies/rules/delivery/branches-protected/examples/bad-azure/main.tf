resource "azuredevops_branch_policy_min_reviewers" "main" {
  project_id = "shop"
  enabled    = true
  blocking   = false

  settings {
    reviewer_count = 2

    scope {
      repository_id  = "shop"
      repository_ref = "refs/heads/main"
      match_type     = "Exact"
    }
  }
}
