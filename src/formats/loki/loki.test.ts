import { describe, expect, it } from 'vitest';
import { detects, readTexts } from '../../../test/support/read-samples.ts';
import { format } from './index.ts';

const STORED = 'schema_config: { configs: [] }\ncommon: {}\n';

describe('the retention', () => {
  it.each([
    [
      'of a compactor',
      'compactor: { retention_enabled: true }\nlimits_config: { retention_period: 744h }',
      31,
    ],
    ['without a compactor that deletes', 'limits_config: { retention_period: 744h }', null],
    ['of nothing', 'compactor: { retention_enabled: true }\nlimits_config: { retention_period: 0s }', null],
    ['that is not stated', 'compactor: { retention_enabled: true }', null],
    ['of tables', 'table_manager: { retention_deletes_enabled: true, retention_period: 14d }', 14],
    [
      'that is given later',
      'compactor: { retention_enabled: true }\nlimits_config: { retention_period: "${KEEP}" }',
      { unknown: '${KEEP} is no time that can be read' },
    ],
  ])('%s', async (_, text, expected) => {
    const { subjects } = await readTexts(format, { 'production/loki.yaml': STORED + text });
    expect(
      subjects.map((one) => [one.environment, one.kind === 'log-group' && one.facts.retentionDays.value]),
    ).toEqual([['production', expected]]);
  });
});

it('is read in a ConfigMap, at its place', async () => {
  const text = `apiVersion: v1
kind: ConfigMap
metadata: { name: loki }
data:
  config.yaml: |
    schema_config: { configs: [] }
    compactor: { retention_enabled: true }
    limits_config:
      retention_period: 744h
`;
  const { subjects } = await readTexts(format, { 'production/loki.yaml': text });
  expect(subjects.map((one) => one.kind === 'log-group' && one.facts.retentionDays)).toMatchObject([
    { value: 31, at: { span: { start: text.indexOf('744h'), end: text.indexOf('744h') + 4 } } },
  ]);
});

describe('recognition', () => {
  it.each([
    ['limits', 'limits_config: {}', true],
    ['a schema', STORED, true],
    ['Tempo', 'overrides: {}\ncommon: {}\nstorage: {}', false],
    [
      'a ConfigMap',
      'apiVersion: v1\nkind: ConfigMap\ndata:\n  a: |\n    schema_config: {}\n    common: {}',
      true,
    ],
    ['Promtail', 'clients: [{ url: a }]\nlimits_config: {}', false],
    ['an object', 'apiVersion: v1\nlimits_config: {}', false],
  ])('of %s', (_, text, expected) => {
    expect(detects(format, text)).toBe(expected);
  });
});
