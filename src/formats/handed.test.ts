import { expect, it } from 'vitest';
import { discoverAll } from '../../test/support/discover.ts';
import { printSubjects } from '../../test/support/facts.ts';
import { memoryHost } from '../io/index.ts';
import type { Subject } from '../model/index.ts';
import { normalizeDocuments } from './index.ts';

async function subjectsOf(text: string): Promise<readonly Subject[]> {
  const discovery = await discoverAll(memoryHost({ 'main.tf': text }));
  const context = {
    environmentOf: () => undefined,
    readText: () => undefined,
    exists: () => false,
    filesBelow: () => [],
  };
  const read = [...discovery.claimed.values()].map(({ format, documents }) =>
    normalizeDocuments(format, documents, context),
  );
  return (await Promise.all(read)).flatMap(({ subjects }) => subjects);
}

const printed = async (text: string, ...kinds: readonly string[]): Promise<string> =>
  printSubjects((await subjectsOf(text)).filter(({ kind }) => kinds.includes(kind)));

const RULES = `
resource "grafana_folder" "shop" { title = "Shop" }
resource "grafana_rule_group" "checkout" {
  name       = "checkout"
  folder_uid = grafana_folder.shop.uid
  rule {
    name      = "Slow"
    for       = "5m"
    condition = "B"
    labels    = { severity = "critical" }
    data {
      ref_id         = "A"
      datasource_uid = "metrics"
      model          = jsonencode({ expr = "up{job=\\"checkout\\"}" })
    }
    data {
      ref_id         = "B"
      datasource_uid = "__expr__"
      model          = <<-EOT
        {"conditions": [{"evaluator": {"type": "gt", "params": [0.5]}}]}
      EOT
    }
  }
}
`;

it('reads rules of Grafana in Terraform as Grafana reads them in files', async () => {
  const text = await printed(RULES, 'alert', 'query');
  expect(text).toContain('expression: "up{job=\\"checkout\\"} > 0.5"');
  expect(text).toContain('forSeconds: 300');
  expect(text).toContain('labels.grafana_folder: "Shop"');
  expect(text).toContain('services: ["checkout"]');
});

it('finds the place of an expression within a heredoc', async () => {
  const text = `resource "grafana_dashboard" "shop" {
  config_json = <<EOT
{ "title": "Shop", "schemaVersion": 39,
  "panels": [{ "type": "stat", "targets": [{ "expr": "sum(up" }] }] }
EOT
}
`;
  const query = (await subjectsOf(text)).find(({ kind }) => kind === 'dashboard');
  const { start, end } = query?.location.span ?? { start: 0, end: 0 };
  expect(text.slice(start, end)).toBe('"Shop"');
});

it('leaves dashboards to their own files where Terraform reads those', async () => {
  const text = 'resource "grafana_dashboard" "shop" {\n  config_json = file("shop.json")\n}\n';
  expect(await printed(text, 'dashboard')).toBe('');
});

it('leads policies to contact points, also by names that variables decide', async () => {
  const text = await printed(
    `variable "team" {}
resource "grafana_contact_point" "pager" {
  name = "Pager"
  pagerduty { integration_key = "x" }
}
resource "grafana_notification_policy" "all" {
  contact_point = var.team
  policy {
    contact_point = grafana_contact_point.pager.name
    mute_timings  = ["Night"]
    matcher {
      label = "severity"
      match = "="
      value = "critical"
    }
  }
  policy {
    contact_point = grafana_contact_point.pager.name
    matcher {
      label = "team"
      match = "="
      value = var.team
    }
  }
}
resource "grafana_mute_timing" "night" { name = "Night" }
`,
    'alert-router',
  );
  expect(text).toContain('undefinedNames: []');
  expect(text).toContain('routes.0.receiver: unknown because a variable names the contact point');
  expect(text).toContain('routes.1.receiver: "Pager"');
  expect(text).toContain('routes.1.matchers: [{"label":"severity","operator":"=","value":"critical"}]');
  expect(text).toContain('routes.2.matchers: unknown because the matcher "${…}" cannot be read');
  expect(text).toContain('receivers.0.channels: ["pager"]');
});

it('keeps what is sensitive out of what it hands on', async () => {
  const text = await printed(
    `variable "key" {
  sensitive = true
  default   = "abcdefgh12345678"
}
resource "grafana_contact_point" "pager" {
  name = "Pager"
  pagerduty { integration_key = var.key }
}
`,
    'credential',
  );
  expect(text).not.toContain('integration_key of contact point');
});

it('reads objects of a cluster and managed rules that stand in Terraform', async () => {
  const alerts = await printed(
    `resource "kubernetes_manifest" "rules" {
  manifest = {
    apiVersion = "monitoring.coreos.com/v1"
    kind       = "PrometheusRule"
    metadata   = { name = "shop" }
    spec       = { groups = [{ name = "shop", rules = [{ alert = "Down", expr = "up == 0" }] }] }
  }
}
resource "aws_prometheus_rule_group_namespace" "rules" {
  data = <<-EOT
    groups:
      - name: shop
        rules:
          - alert: Full
            expr: disk > 0.9
  EOT
}
resource "aws_prometheus_alert_manager_definition" "main" {
  definition = yamlencode({ alertmanager_config = "route: { receiver: ops }\\nreceivers: [{ name: ops }]\\n" })
}
`,
    'alert',
    'alert-router',
  );
  expect(alerts).toContain('expression: "up == 0"');
  expect(alerts).toContain('expression: "disk > 0.9"');
  expect(alerts).toContain('routes.0.receiver: "ops"');
});
