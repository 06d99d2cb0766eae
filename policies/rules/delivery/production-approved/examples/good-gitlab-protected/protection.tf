resource "gitlab_project_protected_environment" "production" {
  project     = "shop/shop"
  environment = "production"

  deploy_access_levels {
    access_level = "maintainer"
  }

  approval_rules {
    group_id           = 12
    required_approvals = 1
  }
}
