import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detects, printSample, readTexts, samplesBeside } from '../../../test/support/read-samples.ts';
import { MAX_PIPELINES } from './graph.ts';
import { format } from './index.ts';

describe('samples', () => {
  it.each(samplesBeside(import.meta.dirname))(
    'give the whole answer for $name',
    async ({ name, text, expected }) => {
      await expect(await printSample(format, `telemetry/${name}`, text)).toMatchFileSnapshot(expected);
    },
  );
});

const CONFIG = 'receivers: { otlp: }\nservice:\n  pipelines: { traces: { receivers: [otlp] } }';

describe('recognition', () => {
  it.each([
    ['a file', CONFIG, true],
    ['a layer', 'exporters: { otlp: {} }\nprocessors: { batch: }', true],
    ['values of the Helm chart', 'mode: daemonset\nconfig: { service: { pipelines: { logs: } } }', true],
    ['an Alertmanager', 'receivers: [{ name: a }]\nroute: {}\nexporters: {}', false],
    ['a Compose file', 'services: { otel: { image: otel } }', false],
    ['another object of the operator', 'apiVersion: opentelemetry.io/v1alpha1\nkind: Instrumentation', false],
    ['a ConfigMap of something else', 'apiVersion: v1\nkind: ConfigMap\ndata: { a: "service: x" }', false],
  ])('of %s', (_, text, expected) => {
    expect(detects(format, text)).toBe(expected);
  });
});

it('takes files of a folder of which one is not whole as layers of each other', async () => {
  const base = `exporters: { debug: }\nreceivers: { otlp: }\nservice: { pipelines: { traces: { receivers: [otlp], exporters: [debug] } } }`;
  const layer = `exporters: { otlp: { endpoint: 'tempo:4317' } }\nservice: { pipelines: { traces: { exporters: [otlp, debug] } } }`;
  const keptIn = async (texts: Readonly<Record<string, string>>): Promise<unknown> => {
    const { subjects } = await readTexts(format, texts);
    const [pipeline] = subjects.filter(({ kind }) => kind === 'telemetry-pipeline');
    return pipeline?.kind === 'telemetry-pipeline' ? pipeline.facts.kept.value : undefined;
  };
  expect(await keptIn({ 'a/base.yaml': base, 'b/layer.yaml': layer })).toBe(false);
  expect(await keptIn({ 'a/base.yaml': base, 'a/layer.yaml': layer })).toEqual({
    unknown: 'the collector merges this file with others',
  });
});

it('finds in other layers what a layer uses', async () => {
  const base = `exporters: { debug: }\nreceivers: { otlp: }\nservice: { pipelines: { traces: { receivers: [otlp], exporters: [debug] } } }`;
  const layer = `exporters: { otlp: , gone: }\nservice: { pipelines: { traces: { exporters: [otlp, debug, missing] } } }`;
  const { subjects } = await readTexts(format, { 'a/base.yaml': base, 'a/layer.yaml': layer });
  const names = subjects.flatMap((one) =>
    one.kind === 'telemetry-collector' ? [...one.facts.undefinedNames, ...one.facts.unusedNames] : [],
  );
  expect(names.map(({ value }) => value)).toEqual([
    {
      unknown:
        'the collector merges this file with others, and here it uses the exporter missing, which nothing defines',
    },
    { unknown: 'the collector merges this file with others, and nothing here uses the exporter gone' },
  ]);
});

it('names a ring of pipelines by its chain, however many there are', async () => {
  const count = MAX_PIPELINES;
  const names = [...Array(count).keys()];
  const connectors = names.map((one) => `  forward/${one}:`).join('\n');
  const pipelines = names
    .map(
      (one) => `    logs/${one}: { receivers: [forward/${one}], exporters: [forward/${(one + 1) % count}] }`,
    )
    .join('\n');
  const text = `connectors:\n${connectors}\nservice:\n  pipelines:\n${pipelines}\n    logs/more: {}`;
  const { subjects, diagnostics } = await readTexts(format, { 'a.yaml': text });
  const cycles = subjects.flatMap((one) => (one.kind === 'telemetry-collector' ? one.facts.cycles : []));
  expect(cycles.map(({ value }) => (typeof value === 'string' ? value.split(' → ').length : value))).toEqual([
    count + 1,
  ]);
  expect(diagnostics.map(({ code }) => code)).toEqual(['opentelemetry-collector/too-many-pipelines']);
});

it('never throws, whatever stands where', async () => {
  const keys = [
    'receivers',
    'processors',
    'exporters',
    'connectors',
    'extensions',
    'service',
    'pipelines',
    'traces',
    'telemetry',
    'otlp',
    'protocols',
    'endpoint',
    'tls',
    'auth',
    '__proto__',
    'constructor',
  ];
  const tree = fc.letrec((tie) => ({
    node: fc.oneof(
      { depthSize: 'medium' },
      fc.constantFrom('otlp', 'constructor', '__proto__', '', '${env:X}', 1, null, true),
      fc.array(tie('node'), { maxLength: 3 }),
      fc.dictionary(fc.constantFrom(...keys), tie('node'), { maxKeys: 6 }),
    ),
  })).node;
  await fc.assert(
    fc.asyncProperty(fc.dictionary(fc.constantFrom(...keys), tree), async (value) => {
      const text = JSON.stringify({ ...value, service: { pipelines: { traces: value } } });
      const { subjects } = await readTexts(format, { 'a.yaml': text });
      expect(subjects[0]?.kind).toBe('telemetry-collector');
    }),
  );
});
