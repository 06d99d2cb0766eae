resource "azurerm_key_vault" "keys" {
  name                = "keys"
  location            = "westeurope"
  resource_group_name = "shop"
  tenant_id           = "11111111-2222-3333-4444-555555555555"
  sku_name            = "standard"
}

resource "azurerm_key_vault" "secrets" {
  name                = "secrets"
  location            = "westeurope"
  resource_group_name = "shop"
  tenant_id           = "11111111-2222-3333-4444-555555555555"
  sku_name            = "standard"
}

resource "azurerm_log_analytics_workspace" "shop" {
  name                = "shop"
  location            = "westeurope"
  resource_group_name = "shop"
}

resource "azurerm_monitor_diagnostic_setting" "keys" {
  name                       = "logs"
  target_resource_id         = azurerm_key_vault.keys.id
  log_analytics_workspace_id = azurerm_log_analytics_workspace.shop.id

  enabled_log {
    category_group = "audit"
  }
}

resource "azurerm_subscription_policy_assignment" "logs" {
  name                 = "logs"
  policy_definition_id = "/providers/Microsoft.Authorization/policySetDefinitions/0884adba-2312-4468-abeb-5422caed1038"
  subscription_id      = "/subscriptions/11111111-2222-3333-4444-555555555555"
}
