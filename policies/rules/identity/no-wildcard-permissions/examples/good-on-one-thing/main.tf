resource "azurerm_resource_group" "shop" {
  name     = "shop"
  location = "westeurope"
}

resource "azurerm_role_assignment" "deploy" {
  scope                = azurerm_resource_group.shop.id
  role_definition_name = "Contributor"
  principal_id         = "3f0c"
}

resource "aws_vpc_endpoint" "objects" {
  vpc_id       = "vpc-1"
  service_name = "com.amazonaws.eu-central-1.s3"
  policy = jsonencode({
    Statement = [{ Effect = "Allow", Principal = "*", Action = "*", Resource = "*" }]
  })
}

resource "google_service_account_iam_member" "deploy" {
  service_account_id = "deploy"
  role               = "roles/editor"
  member             = "group:ops@shop.example"
}
