resource "github_repository_environment" "production" {
  repository  = "shop"
  environment = "production"

  deployment_branch_policy {
    protected_branches     = false
    custom_branch_policies = true
  }
}

resource "github_repository_environment_deployment_policy" "production" {
  repository     = "shop"
  environment    = github_repository_environment.production.environment
  branch_pattern = "*"
}
