import { expect, test } from 'vitest';
import { terraformSubjects } from '../../../test/support/terraform.ts';

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
