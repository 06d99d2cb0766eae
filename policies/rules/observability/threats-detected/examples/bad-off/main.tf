resource "aws_guardduty_detector" "account" {
  enable = false
}

resource "azurerm_mssql_server_security_alert_policy" "orders" {
  resource_group_name = "shop"
  server_name         = "orders"
  state               = "Enabled"
  disabled_alerts     = ["Sql_Injection"]
}

resource "azurerm_postgresql_server" "carts" {
  name = "carts"

  threat_detection_policy {
    enabled = false
  }
}

resource "azurerm_security_center_subscription_pricing" "machines" {
  tier          = "Free"
  resource_type = "VirtualMachines"
}
