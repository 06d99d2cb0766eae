resource "azuredevops_environment" "production" {
  project_id = "shop"
  name       = "production"
}

resource "azuredevops_check_branch_control" "production" {
  project_id           = "shop"
  target_resource_id   = azuredevops_environment.production.id
  target_resource_type = "environment"
  allowed_branches     = "*"
}
