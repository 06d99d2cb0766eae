resource "azuredevops_environment" "production" {
  project_id = "shop"
  name       = "production"
}

resource "azuredevops_check_approval" "production" {
  project_id            = "shop"
  target_resource_id    = azuredevops_environment.production.id
  target_resource_type  = "environment"
  requester_can_approve = true
  approvers             = ["4711"]
}
