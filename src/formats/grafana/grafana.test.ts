import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hostileValues, idsOf } from '../../../test/support/hostile.ts';
import { detects, printSample, readTexts, samplesBeside } from '../../../test/support/read-samples.ts';
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
    ['providers of dashboards', 'apiVersion: 1\nproviders: []', false],
    ['objects of Kubernetes', 'apiVersion: v1\ndatasources: []', false],
    ['panels of something else', '{ "panels": [{ "wood": "oak" }] }', false],
  ])('of %s', (_, text, expected) => {
    expect(detects(format, text)).toBe(expected);
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
  ];
  const values = hostileValues(keys, ['up', '$x', '${', '[[', '']);
  await fc.assert(
    fc.asyncProperty(fc.dictionary(fc.constantFrom(...keys), values, { maxKeys: 5 }), async (body) => {
      for (const head of [
        { schemaVersion: 1, panels: [] },
        { apiVersion: 'dashboard.grafana.app/v2', kind: 'Dashboard' },
      ]) {
        const { subjects } = await readTexts(format, { 'a.json': JSON.stringify({ ...head, ...body }) });
        expect(new Set(idsOf(subjects)).size).toBe(subjects.length);
      }
    }),
  );
});
