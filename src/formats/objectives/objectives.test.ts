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
      await expect(await printSample(format, `slo/${name}`, text)).toMatchFileSnapshot(expected);
    },
  );
});

describe('recognition', () => {
  it.each([
    ['a file of Sloth', 'version: prometheus/v1\nslos: []', true],
    ['an object of Sloth', 'apiVersion: sloth.slok.dev/v1\nkind: PrometheusServiceLevel', true],
    ['an object of Pyrra', 'apiVersion: pyrra.dev/v1alpha1\nkind: ServiceLevelObjective', true],
    ['OpenSLO', 'apiVersion: openslo/v1\nkind: SLO', true],
    ['an indicator of OpenSLO', 'apiVersion: openslo/v1\nkind: SLI', true],
    ['OpenSLO of the next version', 'apiVersion: openslo.com/v2alpha\nkind: SLO', true],
    ['Nobl9', 'apiVersion: n9/v1alpha\nkind: SLO', true],
    ['another object of Nobl9', 'apiVersion: n9/v1alpha\nkind: Project', false],
    ['something else with a version', 'version: prometheus/v1\nservice: a', false],
    ['something else with objectives', 'version: 2\nslos: []', false],
  ])('of %s', (_, text, expected) => {
    expect(detects(format, text)).toBe(expected);
    expect(detects(kubernetes, text)).toBe(false);
  });
});

it('reads whatever stands where something else should', async () => {
  const keys = [
    'slos',
    'spec',
    'objectives',
    'indicator',
    'ratioMetric',
    'good',
    'target',
    'objective',
    'sli',
    'events',
    'alerting',
    'page_alert',
    'timeWindow',
    'alertPolicies',
    'metadata',
    'name',
    'labels',
  ];
  const heads = [
    { version: 'prometheus/v1', slos: [] },
    { apiVersion: 'sloth.slok.dev/v1', kind: 'PrometheusServiceLevel' },
    { apiVersion: 'pyrra.dev/v1alpha1', kind: 'ServiceLevelObjective' },
    { apiVersion: 'openslo/v1', kind: 'SLO' },
  ];
  const values = hostileValues(keys, ['up', '99.9', '{{', '30d', '']);
  await fc.assert(
    fc.asyncProperty(fc.dictionary(fc.constantFrom(...keys), values, { maxKeys: 6 }), async (body) => {
      for (const head of heads) {
        const texts = {
          'a.json': JSON.stringify({ ...head, ...body }),
          'b.json': JSON.stringify({ ...head, spec: body }),
        };
        const { subjects } = await readTexts(format, texts);
        expect(new Set(idsOf(subjects)).size).toBe(subjects.length);
      }
    }),
  );
});
