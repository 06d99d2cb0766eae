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

test('policies of Google Cloud tell their channels', async () => {
  const text = String.raw`resource "google_monitoring_notification_channel" "ops" {
  display_name = "ops"
  type = "email"
}
resource "google_monitoring_alert_policy" "errors" {
  display_name = "Checkout fails"
  severity = "CRITICAL"
  notification_channels = [google_monitoring_notification_channel.ops.name]
  documentation { content = "See https://git.example/shop/docs/runbooks/checkout.md" }
  conditions {
    condition_threshold {
      filter = "resource.type = \"cloud_run_revision\" AND resource.labels.service_name = \"checkout\" AND metric.type = \"run.googleapis.com/request_count\" AND metric.labels.response_code_class = \"5xx\""
      duration = "120s"
      comparison = "COMPARISON_GT"
    }
  }
}
resource "google_monitoring_alert_policy" "up" {
  display_name = "up"
  notification_channels = var.channels
  conditions {
    condition_threshold {
      filter = "metric.type=\"cloudsql.googleapis.com/database/up\""
      comparison = "COMPARISON_LT"
      evaluation_missing_data = "EVALUATION_MISSING_DATA_INACTIVE"
    }
  }
}
resource "google_monitoring_alert_policy" "prometheus" {
  display_name = "slow"
  enabled = false
  notification_channels = [google_monitoring_notification_channel.ops.id]
  conditions {
    condition_prometheus_query_language {
      query = "histogram_quantile(0.99, sum by (le) (rate(request_duration_seconds_bucket{service=\"cart\"}[5m]))) > 1"
      duration = "60s"
    }
  }
}
variable "channels" { type = list(string) }
`;
  expect(await terraformSubjects(text, 'alert')).toMatchInlineSnapshot(`
    "alert :google_monitoring_alert_policy.errors "google_monitoring_alert_policy.errors" @5:1
      system: "google-monitoring"
      routed: false
      expression: "resource.type = \\"cloud_run_revision\\" AND resource.labels.service_name = \\"checkout\\" AND metric.type = \\"run.googleapis.com/request_count\\" AND metric.labels.response_code_class = \\"5xx\\"" @12:16
      severity: "critical" @7:14
      labels: {}
      forSeconds: 120 @13:18
      summary: "See https://git.example/shop/docs/runbooks/checkout.md" @9:29
      runbook: "https://git.example/shop/docs/runbooks/checkout.md" @9:29
      services: ["checkout"] @5:1
      resources: []
      signal: "errors" @12:16
      conditional: true @5:1
      limit: unknown because what the alarm measures is not known as a share or a time @12:16
      withoutData: null @5:1
      problem: null @5:1
      acts: false @5:1
      paused: false @5:1
      templates: []
      receivers: ["ops"] @8:28
      runbookDocument: unknown because no document of the files was matched with the runbook @9:29
      runbookExists: null @9:29

    alert :google_monitoring_alert_policy.up "google_monitoring_alert_policy.up" @18:1
      system: "google-monitoring"
      routed: false
      expression: "metric.type=\\"cloudsql.googleapis.com/database/up\\"" @23:16
      severity: "none" @18:1
      labels: {}
      forSeconds: 0 @22:5
      summary: "" @18:1
      runbook: null @18:1
      services: [] @18:1
      resources: []
      signal: "availability" @23:16
      conditional: true @18:1
      limit: unknown because what the alarm measures is not known as a share or a time @23:16
      withoutData: "resolves" @25:33
      problem: null @18:1
      acts: false @18:1
      paused: false @18:1
      templates: []
      receivers: unknown because var.channels has no value @40:1
      runbookDocument: unknown because no document of the files was matched with the runbook @18:1
      runbookExists: null @18:1

    alert :google_monitoring_alert_policy.prometheus "google_monitoring_alert_policy.prometheus" @29:1
      system: "google-monitoring"
      routed: false
      expression: "histogram_quantile(0.99, sum by (le) (rate(request_duration_seconds_bucket{service=\\"cart\\"}[5m]))) > 1" @35:15
      severity: "none" @29:1
      labels: {}
      forSeconds: 60 @36:18
      summary: "" @29:1
      runbook: null @29:1
      services: ["cart"] @29:1
      resources: []
      signal: "latency" @35:15
      conditional: true @29:1
      limit: unknown because what the alarm measures is not known as a share or a time @35:15
      withoutData: null @29:1
      problem: null @29:1
      acts: false @29:1
      paused: false @29:1
      templates: []
      receivers: [] @31:13
      runbookDocument: unknown because no document of the files was matched with the runbook @29:1
      runbookExists: null @29:1"
  `);
  expect(await terraformSubjects(text, 'notification-channel')).toMatchInlineSnapshot(`
    "notification-channel :google_monitoring_notification_channel.ops "google_monitoring_notification_channel.ops" @1:1
      system: "google-monitoring"
      title: "ops" @2:18
      notifies: true @1:1
      escalates: null @1:1"
  `);
});

test('monitors of Datadog tell those whom their message names', async () => {
  const text = `resource "datadog_monitor" "errors" {
  name = "Checkout"
  type = "query alert"
  query = "sum(last_5m):sum:trace.http.request.errors{service:checkout,env:prod}.as_count() > 10"
  message = "{{#is_alert}}@pagerduty-checkout{{/is_alert}} @slack-shop mail someone@shop.example"
  priority = 1
  tags = ["team:shop", "service:checkout"]
}
resource "datadog_monitor" "replicas" {
  name = "Replicas missing"
  type = "query alert"
  query = "min(last_15m):sum:kubernetes_state.deployment.replicas_available{kube_deployment:cart} < 1"
  message = "Nobody is told."
  notify_no_data = true
}
`;
  expect(await terraformSubjects(text, 'alert')).toMatchInlineSnapshot(`
    "alert :datadog_monitor.errors "datadog_monitor.errors" @1:1
      system: "datadog"
      routed: false
      expression: "sum(last_5m):sum:trace.http.request.errors{service:checkout,env:prod}.as_count() > 10" @4:11
      severity: "P1" @6:14
      labels.service: "checkout"
      labels.team: "shop"
      forSeconds: 300 @4:11
      summary: "{{#is_alert}}@pagerduty-checkout{{/is_alert}} @slack-shop mail someone@shop.example" @5:13
      runbook: null @5:13
      services: ["checkout"] @1:1
      resources: []
      signal: "errors" @4:11
      conditional: true @1:1
      limit: unknown because what the alarm measures is not known as a share or a time @4:11
      withoutData: null @1:1
      problem: null @1:1
      acts: false @1:1
      paused: false @1:1
      templates: []
      receivers: ["pagerduty-checkout","slack-shop"] @5:13
      runbookDocument: unknown because no document of the files was matched with the runbook @5:13
      runbookExists: null @5:13

    alert :datadog_monitor.replicas "datadog_monitor.replicas" @9:1
      system: "datadog"
      routed: false
      expression: "min(last_15m):sum:kubernetes_state.deployment.replicas_available{kube_deployment:cart} < 1" @12:11
      severity: "none" @9:1
      labels: {}
      forSeconds: 900 @12:11
      summary: "Nobody is told." @13:13
      runbook: null @13:13
      services: ["cart"] @9:1
      resources: []
      signal: "availability" @12:11
      conditional: true @9:1
      limit: unknown because what the alarm measures is not known as a share or a time @12:11
      withoutData: "fires" @14:20
      problem: null @9:1
      acts: false @9:1
      paused: false @9:1
      templates: []
      receivers: [] @13:13
      runbookDocument: unknown because no document of the files was matched with the runbook @13:13
      runbookExists: null @13:13"
  `);
});
