resource "gitlab_project_protected_environment" "production" {
  project     = 1
  environment = "production"

  deploy_access_levels {
    access_level = "maintainer"
  }
  approval_rules {
    group_id = 2
  }
}
