import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hostileValues, idsOf } from '../../../test/support/hostile.ts';
import { detects, printSample, readTexts, samplesBeside } from '../../../test/support/read-samples.ts';
import { format as kubernetes } from '../kubernetes/index.ts';
import { format } from './index.ts';

describe('samples', () => {
  it.each(samplesBeside(import.meta.dirname))(
    'give the whole answer for $name',
    async ({ name, text, expected }) => {
      await expect(await printSample(format, `grafana/${name}`, text)).toMatchFileSnapshot(expected);
    },
  );
});

describe('recognition', () => {
  it.each([
    ['an exported dashboard', '{ "panels": [], "schemaVersion": 39 }', true],
    ['an old dashboard', '{ "rows": [], "templating": {} }', true],
    ['what the API serves', '{ "dashboard": { "panels": [], "schemaVersion": 39 }, "meta": {} }', true],
    ['a resource', 'apiVersion: dashboard.grafana.app/v1beta1\nkind: Dashboard', true],
    ['a folder', 'apiVersion: dashboard.grafana.app/v1beta1\nkind: Folder', false],
    ['data sources', 'apiVersion: 1\ndatasources: []', true],
    ['providers of dashboards', 'apiVersion: 1\nproviders: []', true],
    ['contact points', 'apiVersion: 1\ncontactPoints: []', true],
    ['notification policies', 'apiVersion: 1\npolicies: []', true],
    ['alert rules', 'apiVersion: 1\ngroups: [{ rules: [{ uid: a, data: [] }] }]', true],
    ['alert rules as they are exported', 'groups: [{ rules: [{ title: A, data: [] }] }]', true],
    ['rules of Prometheus', 'groups: [{ rules: [{ alert: A, expr: up }] }]', false],
    ['policies of something else', 'policies: []', false],
    [
      'a ConfigMap with a dashboard',
      `kind: ConfigMap\napiVersion: v1\ndata: { a.json: '{"schemaVersion": 1, "panels": []}' }`,
      true,
    ],
    ['a ConfigMap with something else', `kind: ConfigMap\napiVersion: v1\ndata: { a.json: '{}' }`, false],
    [
      'an object of the operator',
      'apiVersion: grafana.integreatly.org/v1beta1\nkind: GrafanaContactPoint',
      true,
    ],
    [
      'a dashboard that is kept elsewhere',
      'apiVersion: grafana.integreatly.org/v1beta1\nkind: GrafanaDashboard\nspec: { url: x }',
      false,
    ],
    ['objects of Kubernetes', 'apiVersion: v1\ndatasources: []', false],
    ['panels of something else', '{ "panels": [{ "wood": "oak" }] }', false],
  ])('of %s', (_, text, expected) => {
    expect(detects(format, text)).toBe(expected);
    if (expected) expect(detects(kubernetes, text)).toBe(false);
  });
});

it('reads a dashboard that the API wraps, and rows of old ones', async () => {
  const panels = '[{ "type": "graph", "title": "Up", "targets": [{ "expr": "up" }] }]';
  const text = `{ "dashboard": { "title": "Old", "rows": [{ "panels": ${panels} }], "schemaVersion": 12 } }`;
  const { subjects } = await readTexts(format, { 'a.json': text });
  expect(subjects.map(({ kind, name }) => [kind, name])).toEqual([
    ['panel', 'Up'],
    ['query', 'Up'],
    ['dashboard', 'Old'],
  ]);
});

it('tells of an expression that is no PromQL, where the data source says that it should be', async () => {
  const panel = (source: string): string =>
    `{ "panels": [{ "type": "stat", "title": "A", "datasource": ${source}, "targets": [{ "expr": "sum(up" }] }], "schemaVersion": 39 }`;
  const told = async (source: string): Promise<readonly unknown[]> =>
    (await readTexts(format, { 'a.json': panel(source) })).subjects.flatMap(({ facts }) =>
      'errors' in facts ? facts.errors.map(({ value }) => value) : [],
    );
  expect(await told('{ "type": "prometheus", "uid": "x" }')).toEqual(['ends too early']);
  expect(await told('{ "type": "loki", "uid": "x" }')).toEqual([]);
  expect(await told('"$source"')).toEqual([]);
});

it('takes an empty expression for none', async () => {
  const text = `{ "panels": [{ "type": "stat", "title": "A", "targets": [{ "expr": " " }] }], "schemaVersion": 39 }`;
  const { subjects } = await readTexts(format, { 'a.json': text });
  expect(subjects.map(({ kind, facts }) => [kind, 'queries' in facts && facts.queries])).toMatchObject([
    ['panel', { value: 0 }],
    ['dashboard', false],
  ]);
});

it('reads whatever stands where something else should', async () => {
  const keys = [
    'panels',
    'rows',
    'targets',
    'expr',
    'datasource',
    'uid',
    'title',
    'templating',
    'list',
    'name',
    'spec',
    'groups',
    'rules',
    'data',
    'model',
    'contactPoints',
    'receivers',
    'policies',
    'routes',
    'matchers',
    'object_matchers',
  ];
  const values = hostileValues(keys, ['up', '$x', '${', '[[', '']);
  await fc.assert(
    fc.asyncProperty(fc.dictionary(fc.constantFrom(...keys), values, { maxKeys: 5 }), async (body) => {
      for (const head of [
        { schemaVersion: 1, panels: [] },
        { apiVersion: 'dashboard.grafana.app/v2', kind: 'Dashboard' },
        { apiVersion: 1, policies: [{ receiver: 'a' }] },
        { apiVersion: 'grafana.integreatly.org/v1beta1', kind: 'GrafanaAlertRuleGroup' },
      ]) {
        const { subjects } = await readTexts(format, { 'a.json': JSON.stringify({ ...head, ...body }) });
        expect(new Set(idsOf(subjects)).size).toBe(subjects.length);
      }
    }),
  );
});

it('tells of a text for Grafana that cannot be read', async () => {
  const text = `kind: ConfigMap\napiVersion: v1\ndata: { a.json: '{"schemaVersion": 1, "panels": [' }`;
  const { diagnostics } = await readTexts(format, { 'a.yaml': text });
  expect(diagnostics.map(({ message }) => message)).toEqual([
    'What this text holds for Grafana could not be read.',
  ]);
});

it('finds contact points of other files, and says of those that people may have made nothing', async () => {
  const rules = (receiver: string): string =>
    `apiVersion: 1\ngroups: [{ name: g, rules: [{ title: A, data: [], notification_settings: { receiver: ${receiver} } }] }]`;
  const points =
    'apiVersion: 1\ncontactPoints: [{ name: chat, receivers: [{ type: slack, settings: { recipient: x } }] }]';
  const receivers = async (texts: Record<string, string>): Promise<unknown> =>
    (await readTexts(format, texts)).subjects.flatMap(({ kind, facts }) =>
      kind === 'alert' ? [facts.receivers.value] : [],
    );
  expect(await receivers({ 'a.yaml': rules('chat'), 'b.yaml': points })).toEqual([['chat']]);
  expect(await receivers({ 'a.yaml': rules('mail'), 'b.yaml': points })).toEqual([[]]);
  expect(await receivers({ 'a.yaml': rules('chat') })).toEqual([
    { unknown: 'the contact point chat is not in the files' },
  ]);
});
