resource "google_project_iam_member" "deploy" {
  project = "shop"
  role    = "roles/iam.serviceAccountTokenCreator"
  member  = "serviceAccount:deploy@shop.iam.gserviceaccount.com"
}

data "azurerm_subscription" "shop" {}

resource "azurerm_role_assignment" "deploy" {
  scope                = data.azurerm_subscription.shop.id
  role_definition_name = "User Access Administrator"
  principal_id         = "00000000-0000-0000-0000-000000000001"
}
