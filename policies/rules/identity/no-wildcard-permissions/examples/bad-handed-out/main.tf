data "azurerm_subscription" "shop" {}

resource "azurerm_role_assignment" "deploy" {
  scope                = data.azurerm_subscription.shop.id
  role_definition_name = "Contributor"
  principal_id         = "3f0c"
}

resource "aws_iam_role_policy_attachment" "deploy" {
  role       = "deploy"
  policy_arn = "arn:aws:iam::aws:policy/AdministratorAccess"
}
