import { describe, expect, it } from 'vitest';
import { detects, printSample, samplesBeside } from '../../../test/support/read-samples.ts';
import { format } from './index.ts';

describe('samples', () => {
  it.each(samplesBeside(import.meta.dirname))(
    'give the whole answer for $name',
    async ({ name, text, expected }) => {
      await expect(await printSample(format, `logs/${name}`, text)).toMatchFileSnapshot(expected);
    },
  );
});

describe('recognition', () => {
  it.each([
    [
      'a ConfigMap',
      'apiVersion: v1\nkind: ConfigMap\ndata:\n  a: |\n    clients: [{ url: a }]\n    scrape_configs: []',
      true,
    ],
    ['clients', 'clients: [{ url: "http://loki:3100" }]\nscrape_configs: []', true],
    ['Prometheus', 'scrape_configs: [{ job_name: a }]', false],
    ['an agent', 'logs: { configs: [{ clients: [{ url: a }] }] }', true],
    ['clients of something else', 'clients: [{ name: web }]', false],
  ])('of %s', (_, text, expected) => {
    expect(detects(format, text)).toBe(expected);
  });
});
