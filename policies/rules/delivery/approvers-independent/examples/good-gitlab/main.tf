resource "gitlab_project" "shop" {
  name                                      = "shop"
  allow_pipeline_trigger_approve_deployment = false
}

resource "gitlab_project_protected_environment" "production" {
  project     = gitlab_project.shop.id
  environment = "production"

  deploy_access_levels {
    access_level = "maintainer"
  }
  approval_rules {
    group_id = 2
  }
}
