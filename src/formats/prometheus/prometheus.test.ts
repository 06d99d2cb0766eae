import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detects, printSample, readTexts, samplesBeside } from '../../../test/support/read-samples.ts';
import { format } from './index.ts';

describe('samples', () => {
  it.each(samplesBeside(import.meta.dirname))(
    'give the whole answer for $name',
    async ({ name, text, expected }) => {
      await expect(await printSample(format, `alerts/${name}`, text)).toMatchFileSnapshot(expected);
    },
  );
});

describe('recognition', () => {
  const groups = (rule: string): string => `groups: [{ name: g, rules: [${rule}] }]`;
  it.each([
    ['a rule file', groups('{ alert: A, expr: up == 0 }'), true],
    ['recording rules', groups('{ record: a, expr: up }'), true],
    ['a file whose groups have no rules yet', 'groups: [{ name: g, rules: }, { name: h, rules: [] }]', true],
    ['rules for Mimir', `namespace: team\n${groups('{ alert: A, expr: up }')}`, true],
    ['rules with a broken expression', groups('{ alert: A, expr: "up{a=} |" }'), true],
    ['an object of the operator', 'apiVersion: monitoring.coreos.com/v1\nkind: PrometheusRule', true],
    ['rules for Loki', groups(String.raw`{ alert: A, expr: 'rate({app="x"} |= "error" [5m])' }`), true],
    ["rules of Loki's operator", 'apiVersion: loki.grafana.com/v1\nkind: AlertingRule', true],
    ["Grafana's provisioned alerts", `apiVersion: 1\n${groups('{ uid: a, data: [] }')}`, false],
    ["Grafana's alerts without a version", groups('{ uid: a, title: A, data: [], alert: x }'), false],
    ['objectives for Sloth', 'version: prometheus/v1\nservice: x\nslos: []', false],
    ['unit tests of rules', 'rule_files: [a.yml]\ntests: [{ alert_rule_test: [] }]', true],
    ['tests of something else', 'rule_files: [a.yml]\ntests: [{ name: a }]', false],
    ['a service monitor', 'apiVersion: monitoring.coreos.com/v1\nkind: ServiceMonitor', true],
    ['rules for VictoriaMetrics', 'apiVersion: operator.victoriametrics.com/v1beta1\nkind: VMRule', true],
    ["Google's rules", 'apiVersion: monitoring.googleapis.com/v1\nkind: Rules', true],
    ['routes of the operator', 'apiVersion: monitoring.coreos.com/v1\nkind: AlertmanagerConfig', false],
    ['an Alertmanager of the operator', 'apiVersion: monitoring.coreos.com/v1\nkind: Alertmanager', false],
    ['a configuration', 'scrape_configs: [{ job_name: a }]', true],
    ['a configuration without jobs', 'global: { scrape_interval: 1m }', true],
    ["Promtail's jobs", 'clients: [{ url: x }]\nscrape_configs: [{ job_name: a }]', false],
    ["Promtail's stages", 'scrape_configs: [{ job_name: a, pipeline_stages: [] }]', false],
    ['routes of Alertmanager', 'global: { smtp_from: a }\nroute: {}\nreceivers: []', false],
    ['empty groups of something else', 'groups: [{ name: firewall, rules: [], cidr: x }]', false],
    [
      'rules in a ConfigMap',
      'apiVersion: v1\nkind: ConfigMap\ndata:\n  a.yml: |\n    groups:\n    - name: g\n      rules:\n      - { alert: A,\n    expr: up }',
      true,
    ],
    [
      'what a ConfigMap holds for Grafana',
      'apiVersion: v1\nkind: ConfigMap\ndata:\n  a.yml: |\n    apiVersion: 1\n    groups:\n    - name: g\n      rules:\n      - expr: up',
      false,
    ],
    ['another ConfigMap', 'apiVersion: v1\nkind: ConfigMap\ndata:\n  a.yml: |\n    groups:\n    - a', false],
    ['groups of nothing', 'groups: []', false],
    ['groups of something else', 'groups: [{ name: admins, users: [a] }]', false],
  ])('of %s', (_, text, expected) => {
    expect(detects(format, text)).toBe(expected);
  });
});

it('looks through chains of recording rules, also when they go in circles', async () => {
  const text = `groups:
  - name: g
    rules:
      - { record: "a:b", expr: "c:d" }
      - { record: "c:d", expr: 'rate(requests_failed_total{service="cart"}[5m]) + a:b' }
      - { alert: Budget, expr: "a:b > 1" }
      - { record: "self:one", expr: "self:one" }
      - { alert: Circle, expr: "self:one > 1" }`;
  const { subjects } = await readTexts(format, { 'r.yml': text });
  const alerts = subjects.filter((subject) => subject.kind === 'alert');
  expect(alerts.map(({ name, facts }) => [name, facts.services.value, facts.signal.value])).toEqual([
    ['Budget', ['cart'], 'errors'],
    ['Circle', ['self'], null],
  ]);
});

it('takes the environment from the path, the namespace, or a label of the rule', async () => {
  const rule = (label: string): string =>
    `groups: [{ name: g, rules: [{ alert: A, expr: up, labels: { env: ${label} } }] }]`;
  const object = `apiVersion: monitoring.coreos.com/v1\nkind: PrometheusRule\nmetadata: { namespace: staging }\nspec:\n  ${rule('x')}`;
  const { subjects } = await readTexts(format, {
    'production/rules.yml': rule('staging'),
    'rules.yml': rule('staging'),
    'object.yml': object,
    'none.yml': rule('blue'),
  });
  const alerts = subjects.filter(({ kind }) => kind === 'alert');
  expect(alerts.map(({ id, environment }) => [id, environment])).toEqual([
    ['production/rules.yml:g/A', 'production'],
    ['rules.yml:g/A', 'staging'],
    ['object.yml:g/A', 'staging'],
    ['none.yml:g/A', undefined],
  ]);
});

it('never throws, whatever stands where', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.dictionary(fc.constantFrom('alert', 'expr', 'for', 'labels'), fc.jsonValue())),
      async (rules) => {
        const all = [{ alert: 'A', expr: 'up' }, ...rules];
        const text = JSON.stringify({ groups: [{ name: 'g', rules: all }] });
        const { subjects } = await readTexts(format, { 'a.yml': text });
        expect(subjects.length).toBeGreaterThan(0);
      },
    ),
  );
});

it.each([
  ['a filter', 'rate({app="x"} |= "error" [5m])', 'logql'],
  ['a selection without a metric', 'sum(rate({app="x"}[5m]))', 'logql'],
  ['a metric', 'rate(x{app="x"}[5m])', 'promql'],
  ['a metric whose name is a label', 'sum({__name__=~"a|b"})', 'promql'],
  ['no selection', 'vector(1)', 'promql'],
])('takes rules for those of Loki or Prometheus by %s', async (_, expr, language) => {
  const text = JSON.stringify({ groups: [{ name: 'g', rules: [{ alert: 'A', expr }] }] });
  const { subjects } = await readTexts(format, { 'r.yml': text });
  expect(subjects.flatMap((one) => (one.kind === 'query' ? [one.facts.language] : []))).toEqual([language]);
});
