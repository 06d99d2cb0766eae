import { describe, expect, it } from 'vitest';
import { detects, printSample, readTexts, samplesBeside } from '../../../test/support/read-samples.ts';
import { sourceFile } from '../../source/index.ts';
import { parseToml } from '../../syntax/toml/index.ts';
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
      'apiVersion: v1\nkind: ConfigMap\ndata:\n  a.yaml: |\n    sinks:\n      out:\n        type: loki\n        inputs: [a]',
      true,
    ],
    ['a sink', 'sinks: { a: { type: console, inputs: [b] } }', true],
    ['sources and transforms', 'sources: { a: { type: file } }\ntransforms: {}', true],
    ['sources of something else', 'sources: { a: { type: git } }', false],
    ['an object', 'apiVersion: x/v1\nsinks: { a: { type: console, inputs: [b] } }', false],
  ])('of %s', (_, text, expected) => {
    expect(detects(format, text)).toBe(expected);
  });

  it('of TOML', () => {
    const text = '[sources.a]\ntype = "file"\n[sinks.b]\ntype = "console"\ninputs = ["a"]';
    expect(parseToml(sourceFile('a.toml', text)).documents.map((one) => format.detect(one))).toEqual([true]);
  });
});

it('finds in other files of its folder what a file takes', async () => {
  const { subjects } = await readTexts(format, {
    'a/in.yaml': 'sources: { app: { type: file } }\ntransforms: {}',
    'a/out.yaml': 'sinks: { out: { type: console, inputs: [app, gone] } }',
  });
  const names = subjects.flatMap((one) =>
    one.kind === 'telemetry-collector' ? one.facts.undefinedNames : [],
  );
  expect(names.map(({ value }) => value)).toEqual([
    { unknown: 'it is one of several files that Vector reads, and here it takes gone' },
  ]);
});
