variable "scope" {}

resource "azurerm_role_assignment" "deploy" {
  scope                = var.scope
  role_definition_name = "Owner"
  principal_id         = "3f0c"
}
