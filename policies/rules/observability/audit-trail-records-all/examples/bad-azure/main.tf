data "azurerm_subscription" "current" {}

resource "azurerm_monitor_diagnostic_setting" "activity" {
  name               = "activity"
  target_resource_id = data.azurerm_subscription.current.id

  enabled_log {
    category = "Administrative"
  }
}

resource "azurerm_monitor_log_profile" "activity" {
  name       = "activity"
  categories = ["Action"]
  locations  = ["westeurope", "global"]

  retention_policy {
    enabled = true
    days    = 365
  }
}
