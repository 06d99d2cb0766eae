resource "github_repository_environment" "production" {
  repository  = "shop"
  environment = "production"

  deployment_branch_policy {
    protected_branches     = true
    custom_branch_policies = false
  }
}

# What is not production takes any branch.
resource "github_repository_environment" "development" {
  repository  = "shop"
  environment = "development"
}
