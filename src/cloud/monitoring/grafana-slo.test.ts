import { expect, test } from 'vitest';
import { terraformSubjects } from '../../../test/support/terraform.ts';

const slo = (more: string): string => `resource "grafana_slo" "checkout" {
  name        = "Checkout answers"
  description = "Most requests get an answer."
  query {
    type = "ratio"
    ratio {
      success_metric = "http_requests_total{job=\\"checkout\\",status!~\\"5..\\"}"
      total_metric   = "http_requests_total{job=\\"checkout\\"}"
    }
  }
  objectives {
    value  = 0.995
    window = "28d"
  }
  ${more}
}
`;

test('an objective of Grafana has a target, a window, and the service that its queries watch', async () => {
  const text = await terraformSubjects(slo(''), 'objective');
  expect(text).toContain('target: 99.5');
  expect(text).toContain('windowHours: 672');
  expect(text).toContain('services: ["checkout"]');
  expect(text).toContain('signal: "availability"');
  expect(text).toContain('system: "grafana"');
});

test.each([
  ['', '[]'],
  ['alerting {}', '["page","ticket"]'],
  ['alerting {\n    fastburn {}\n  }', '["page"]'],
])('with the alerts %j it tells %s', async (more, told) => {
  expect(await terraformSubjects(slo(more), 'objective')).toContain(`burnAlerts: ${told}`);
});

test('a label names the service more certainly than the queries do', async () => {
  const label = 'label {\n    key   = "service"\n    value = "shop"\n  }';
  expect(await terraformSubjects(slo(label), 'objective')).toContain('services: ["shop"]');
});
