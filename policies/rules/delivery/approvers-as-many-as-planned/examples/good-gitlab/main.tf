resource "gitlab_project_protected_environment" "production" {
  project     = "shop"
  environment = "production"

  approval_rules = [{
    access_level       = "maintainer"
    required_approvals = 2
  }]

  deploy_access_levels = [{ access_level = "maintainer" }]
}
