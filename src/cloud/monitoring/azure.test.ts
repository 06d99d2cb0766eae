import { expect, test } from 'vitest';
import { terraformSubjects } from '../../../test/support/terraform.ts';

test('alerts of Azure Monitor tell action groups', async () => {
  const text = `resource "azurerm_linux_web_app" "shop" { name = "shop" }
resource "azurerm_monitor_action_group" "ops" {
  name = "ops"
  email_receiver { email_address = "ops@shop.example" }
}
resource "azurerm_monitor_action_group" "off" {
  name = "off"
  enabled = false
  email_receiver { email_address = "ops@shop.example" }
}
resource "azurerm_monitor_metric_alert" "errors" {
  name = "errors"
  scopes = [azurerm_linux_web_app.shop.id]
  severity = 0
  window_size = "PT1H5M"
  description = "Requests fail."
  criteria {
    metric_namespace = "Microsoft.Web/sites"
    metric_name = "Http5xx"
    aggregation = "Total"
    operator = "GreaterThan"
    threshold = 10
  }
  action { action_group_id = azurerm_monitor_action_group.ops.id }
}
resource "azurerm_monitor_scheduled_query_rules_alert_v2" "logs" {
  name = "Slow logins"
  enabled = false
  window_duration = "P1D"
  criteria { query = "requests | where duration > 1000" }
  action { action_groups = [azurerm_monitor_action_group.ops.id] }
}
resource "azurerm_monitor_activity_log_alert" "changes" {
  name = "changes"
  action { action_group_id = azurerm_monitor_action_group.off.id }
}
`;
  expect(await terraformSubjects(text, 'alert')).toMatchInlineSnapshot(`
    "alert :azurerm_monitor_metric_alert.errors "azurerm_monitor_metric_alert.errors" @11:1
      system: "azure-monitor"
      routed: false
      expression: "Microsoft.Web/sites Http5xx Total GreaterThan 10" @17:3
      severity: "critical" @14:14
      labels: {}
      forSeconds: 3900 @15:17
      summary: "Requests fail." @16:17
      runbook: null @16:17
      services: ["shop"] @11:1
      resources: [":azurerm_linux_web_app.shop"]
      signal: "errors" @17:3
      conditional: true @11:1
      limit: unknown because what the alarm measures is not known as a share or a time @17:3
      withoutData: null @11:1
      problem: null @11:1
      acts: false @11:1
      paused: false @11:1
      templates: []
      receivers: ["ops"] @24:30
      runbookDocument: unknown because no document of the files was matched with the runbook @16:17
      runbookExists: null @16:17

    alert :azurerm_monitor_scheduled_query_rules_alert_v2.logs "azurerm_monitor_scheduled_query_rules_alert_v2.logs" @26:1
      system: "azure-monitor"
      routed: false
      expression: "requests | where duration > 1000" @30:3
      severity: "informational" @26:1
      labels: {}
      forSeconds: 86400 @29:21
      summary: "" @26:1
      runbook: null @26:1
      services: [] @26:1
      resources: []
      signal: "latency" @30:3
      conditional: true @26:1
      limit: unknown because what the alarm measures is not known as a share or a time @30:3
      withoutData: null @26:1
      problem: null @26:1
      acts: false @26:1
      paused: false @26:1
      templates: []
      receivers: [] @28:13
      runbookDocument: unknown because no document of the files was matched with the runbook @26:1
      runbookExists: null @26:1

    alert :azurerm_monitor_activity_log_alert.changes "azurerm_monitor_activity_log_alert.changes" @33:1
      system: "azure-monitor"
      routed: false
      expression: "azurerm_monitor_activity_log_alert" @33:1
      severity: "none" @33:1
      labels: {}
      forSeconds: 0 @33:1
      summary: "" @33:1
      runbook: null @33:1
      services: [] @33:1
      resources: []
      signal: null @33:1
      conditional: true @33:1
      limit: unknown because what the alarm measures is not known as a share or a time @33:1
      withoutData: null @33:1
      problem: null @33:1
      acts: false @33:1
      paused: false @33:1
      templates: []
      receivers: [] @35:30
      runbookDocument: unknown because no document of the files was matched with the runbook @33:1
      runbookExists: null @33:1"
  `);
  expect(await terraformSubjects(text, 'notification-channel')).toMatchInlineSnapshot(`
    "notification-channel :azurerm_monitor_action_group.ops "azurerm_monitor_action_group.ops" @2:1
      system: "azure-monitor"
      title: "ops" @3:10
      notifies: true @4:3
      escalates: null @2:1

    notification-channel :azurerm_monitor_action_group.off "azurerm_monitor_action_group.off" @6:1
      system: "azure-monitor"
      title: "off" @7:10
      notifies: false @8:13
      escalates: null @6:1"
  `);
});
