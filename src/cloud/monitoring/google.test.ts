import { expect, test } from 'vitest';
import { terraformSubjects } from '../../../test/support/terraform.ts';

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
