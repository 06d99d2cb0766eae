resource "aws_guardduty_detector" "account" {}

resource "azurerm_mssql_server_security_alert_policy" "orders" {
  resource_group_name = "shop"
  server_name         = "orders"
  state               = "Enabled"
  email_addresses     = ["security@example.com"]
}

resource "azurerm_security_center_contact" "security" {
  email               = "security@example.com"
  alert_notifications = true
}
