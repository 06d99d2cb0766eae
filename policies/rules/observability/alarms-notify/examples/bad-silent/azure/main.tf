resource "azurerm_monitor_action_group" "empty" {
  name                = "empty"
  resource_group_name = "shop"
  short_name          = "empty"
}
resource "azurerm_monitor_metric_alert" "errors" {
  name                = "errors"
  resource_group_name = "shop"
  scopes              = ["/subscriptions/1/resourceGroups/shop/providers/Microsoft.Web/sites/shop"]
  criteria {
    metric_namespace = "Microsoft.Web/sites"
    metric_name      = "Http5xx"
    aggregation      = "Total"
    operator         = "GreaterThan"
    threshold        = 10
  }
  action {
    action_group_id = azurerm_monitor_action_group.empty.id
  }
}
