import { expect, test } from 'vitest';
import { nodeHost } from '../src/io/index.ts';
import { allExamples, exampleResult } from './examples.ts';

const examples = allExamples().map((example) => [example.folder, example] as const);

test.for(examples)('%s gives exactly what it should', async ([folder, { rule, expected }]) => {
  const { examined, ...result } = await exampleResult(nodeHost(folder), rule);
  expect(result).toEqual(expected);
  expect(examined).toBeGreaterThan(0);
});

test.for(examples.filter(([folder]) => folder.includes('/bad-')))(
  '%s shows at least one finding',
  ([, { expected }]) => {
    expect(expected.findings.length).toBeGreaterThan(0);
  },
);
