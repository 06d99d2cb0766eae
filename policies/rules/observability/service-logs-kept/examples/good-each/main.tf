resource "azurerm_key_vault" "keys" {
  name                = "keys"
  location            = "westeurope"
  resource_group_name = "shop"
  tenant_id           = "11111111-2222-3333-4444-555555555555"
  sku_name            = "standard"
}

resource "azurerm_application_gateway" "shop" {
  name                = "shop"
  location            = "westeurope"
  resource_group_name = "shop"
}

locals {
  logged = {
    keys    = azurerm_key_vault.keys.id
    gateway = azurerm_application_gateway.shop.id
  }
}

resource "azurerm_log_analytics_workspace" "shop" {
  name                = "shop"
  location            = "westeurope"
  resource_group_name = "shop"
}

resource "azurerm_monitor_diagnostic_setting" "each" {
  for_each = local.logged

  name                       = "logs"
  target_resource_id         = each.value
  log_analytics_workspace_id = azurerm_log_analytics_workspace.shop.id

  enabled_log {
    category_group = "audit"
  }
}
