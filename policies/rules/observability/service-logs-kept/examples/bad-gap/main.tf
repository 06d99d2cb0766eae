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

resource "azurerm_key_vault" "measured" {
  name                = "measured"
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

resource "azurerm_monitor_diagnostic_setting" "measured" {
  name                       = "logs"
  target_resource_id         = azurerm_key_vault.measured.id
  log_analytics_workspace_id = azurerm_log_analytics_workspace.shop.id

  enabled_metric {
    category = "AllMetrics"
  }
}
