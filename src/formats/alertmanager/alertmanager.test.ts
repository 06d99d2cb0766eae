import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detects, printSample, readTexts, samplesBeside } from '../../../test/support/read-samples.ts';
import { MAX_ROUTES } from '../../monitoring/index.ts';
import { format } from './index.ts';

describe('samples', () => {
  it.each(samplesBeside(import.meta.dirname))(
    'give the whole answer for $name',
    async ({ name, text, expected }) => {
      await expect(await printSample(format, `monitoring/${name}`, text)).toMatchFileSnapshot(expected);
    },
  );
});

describe('recognition', () => {
  it.each([
    ['a configuration', 'route: { receiver: a }\nreceivers: [{ name: a }]', true],
    [
      'an object of the operator',
      'apiVersion: monitoring.coreos.com/v1alpha1\nkind: AlertmanagerConfig',
      true,
    ],
    ['a Secret that holds one', 'apiVersion: v1\nkind: Secret\ndata: { alertmanager.yaml: eA== }', true],
    [
      'a ConfigMap that calls it otherwise',
      'apiVersion: v1\nkind: ConfigMap\ndata:\n  config.yml: |\n    route: { receiver: a }\n    receivers:\n    - name: a',
      true,
    ],
    ['an OpenTelemetry collector', 'receivers: { otlp: {} }\nroute: {}', false],
    ['an Alertmanager of the operator', 'apiVersion: monitoring.coreos.com/v1\nkind: Alertmanager', false],
    ['a Secret that holds something else', 'apiVersion: v1\nkind: Secret\ndata: { a: eA== }', false],
  ])('of %s', (_, text, expected) => {
    expect(detects(format, text)).toBe(expected);
  });
});

it('leaves out what aliases within aliases multiply, and says so', async () => {
  const levels = [...Array(14).keys()].map((level) => {
    const child = level === 0 ? '[]' : `[*r${level - 1}, *r${level - 1}]`;
    return `x${level}: &r${level} { receiver: a, routes: ${child} }`;
  });
  const text = `${levels.join('\n')}\nroute: *r13\nreceivers: [{ name: a }]`;
  const { subjects, diagnostics } = await readTexts(format, { 'a.yml': text });
  const routes = subjects.flatMap((subject) => (subject.kind === 'alert-router' ? subject.facts.routes : []));
  expect(routes).toHaveLength(MAX_ROUTES);
  expect(diagnostics.map(({ code }) => code)).toEqual(['alertmanager/too-many-routes']);
});

it('never throws, whatever stands where', async () => {
  const part = fc.dictionary(
    fc.constantFrom('receiver', 'routes', 'matchers', 'match', 'continue', 'name', 'slack_configs'),
    fc.jsonValue(),
  );
  await fc.assert(
    fc.asyncProperty(part, fc.array(part), async (route, receivers) => {
      const plain = JSON.stringify({ route, receivers });
      const object = { apiVersion: 'v1', kind: 'Secret', stringData: { 'alertmanager.yaml': plain } };
      const { subjects } = await readTexts(format, { 'a.yml': plain, 'b.yml': JSON.stringify(object) });
      expect(subjects).toHaveLength(2);
    }),
  );
});

it('gives what opens something as it is, and nothing for files, objects and what is filled in', async () => {
  const text = `global: { smtp_auth_password: "hunter2-hunter2", slack_api_url_file: /etc/x }
route: { receiver: a }
receivers:
  - name: a
    pagerduty_configs: [{ routing_key: 9f8e7d6c5b4a39281706f5e4d3c2b1a0 }]
    webhook_configs: [{ url: 'https://x', http_config: { authorization: { credentials_file: /etc/y } } }]
    opsgenie_configs: [{ api_key: '\${OPSGENIE_KEY}' }]
`;
  const { subjects } = await readTexts(format, { 'a.yml': text });
  expect(subjects.filter(({ kind }) => kind === 'credential').map(({ name }) => name)).toEqual([
    'smtp_auth_password of global',
    'routing_key of receiver a',
  ]);
});

it('finds what stands behind a route that takes it all', async () => {
  const text = `route:
  receiver: a
  routes:
    - { receiver: b, matchers: [x="1"], continue: true }
    - { receiver: c, matchers: [x="1"] }
    - { receiver: d, matchers: ['y="2"', 'x="1"'] }
    - { receiver: e, matchers: [x="2"], routes: [{ receiver: f }, { receiver: g, matchers: [z="1"] }] }
    - { receiver: h, matchers: ['a="1"', 'b="1"', 'c="1"', 'd="1"', 'e="1"', 'f="1"', 'x="1"'] }
receivers: []
`;
  const { subjects } = await readTexts(format, { 'a.yml': text });
  const [router] = subjects;
  expect(router?.kind === 'alert-router' && router.facts.routes.map(({ shadowedBy }) => shadowedBy)).toEqual([
    null,
    null,
    null,
    2,
    null,
    null,
    5,
    null,
  ]);
});
