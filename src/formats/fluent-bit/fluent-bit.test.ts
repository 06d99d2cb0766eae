import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printSubjects } from '../../../test/support/facts.ts';
import { detects, printSample, samplesBeside } from '../../../test/support/read-samples.ts';
import { sourceFile } from '../../source/index.ts';
import { parseFluentBit } from '../../syntax/fluent-bit/index.ts';
import type { Normalized } from '../format.ts';
import { format } from './index.ts';

describe('samples', () => {
  it.each(samplesBeside(import.meta.dirname))(
    'give the whole answer for $name',
    async ({ name, text, expected }) => {
      await expect(await printSample(format, `logs/${name}`, text)).toMatchFileSnapshot(expected);
    },
  );

  it('give the whole answer for a classic file', async () => {
    const folder = `${import.meta.dirname}/samples`;
    const { subjects } = await readClassic({
      'logs/classic.conf': readFileSync(`${folder}/classic.conf`, 'utf8'),
    });
    await expect(`${printSubjects(subjects)}\n`).toMatchFileSnapshot(`${folder}/classic.expected.txt`);
  });
});

describe('recognition', () => {
  it.each([
    ['a pipeline', 'pipeline: { inputs: [{ name: tail }] }', true],
    ['a ConfigMap', 'kind: ConfigMap\napiVersion: v1\ndata: { a: "[INPUT]\\n Name tail" }', true],
    ['a pipeline of something else', 'pipeline: { name: build }', false],
    [
      'a ConfigMap of something else',
      'kind: ConfigMap\napiVersion: v1\ndata: { a: "[Service]\\n Name tail" }',
      false,
    ],
  ])('of %s', (_, text, expected) => {
    expect(detects(format, text)).toBe(expected);
  });
});

it('puts files and those that they include together, and says what is missing', async () => {
  const { subjects } = await readClassic({
    'a/main.conf': '[SERVICE]\n Flush 1\n@INCLUDE /etc/fluent-bit/in.conf\n@INCLUDE gone.conf',
    'a/in.conf': '[INPUT]\n Name tail\n@INCLUDE main.conf',
  });
  const facts = subjects.flatMap((one) =>
    one.kind === 'telemetry-pipeline' ? [[one.name, one.facts.fed.value, one.facts.drained.value]] : [],
  );
  expect(facts).toEqual([['main', true, { unknown: 'the file gone.conf that it includes is not here' }]]);
});

it('includes files whose whole name fits a pattern', async () => {
  const { subjects } = await readClassic({
    'main.conf': '[SERVICE]\n Flush 1\n@INCLUDE in*prod*.conf',
    'in-dev.conf': '[INPUT]\n Name tail',
    'in-prod-1.conf': '[INPUT]\n Name systemd',
  });
  const sources = subjects.flatMap((one) =>
    one.kind === 'telemetry-pipeline' && one.name === 'main' ? one.facts.sources.map(({ type }) => type) : [],
  );
  expect(sources).toEqual(['systemd']);
});

it('never throws, whatever the lines', async () => {
  const line = fc.constantFrom(
    '[INPUT]',
    '[OUTPUT]',
    '[',
    'Name',
    'Name tail',
    'Match *',
    '@INCLUDE *',
    '@SET',
    '__proto__ x',
    '#',
    'x',
  );
  await fc.assert(
    fc.asyncProperty(fc.array(line, { maxLength: 30 }), async (lines) => {
      const { subjects } = await readClassic({ 'a.conf': lines.join('\n') });
      expect(subjects.length).toBeLessThan(40);
    }),
  );
});

async function readClassic(texts: Readonly<Record<string, string>>): Promise<Normalized> {
  const documents = Object.entries(texts).flatMap(
    ([path, text]) => parseFluentBit(sourceFile(path, text)).documents,
  );
  return format.normalize(documents, {
    environmentOf: () => undefined,
    readText: () => undefined,
    exists: () => false,
    filesBelow: () => undefined,
  });
}

it('says that it does not know what comes where there are too many tags to compare', async () => {
  const lines = [...Array(1100).keys()];
  const inputs = lines.map((line) => `[INPUT]\n    Name tail\n    Tag app.${line}\n`);
  const outputs = lines.map((line) => `[OUTPUT]\n    Name stdout\n    Match lost.${line}\n`);
  const { subjects } = await readClassic({ 'fluent-bit.conf': [...inputs, ...outputs].join('') });
  const facts = subjects.flatMap((one) => (one.kind === 'telemetry-pipeline' ? one.facts.unreachable : []));
  expect(facts.filter(({ value }) => typeof value === 'string')).toHaveLength(909);
  expect(facts.filter(({ value }) => typeof value !== 'string')).toMatchObject([
    { value: { unknown: 'it has more tags and patterns than are compared' } },
  ]);
});
