import { expect, test, vi } from 'vitest';
import { nodeHost } from '../src/io/index.ts';
import { allExamples, exampleResult } from './examples.ts';

// What a rule judges comes to it in parts: a rule that needs more of it than one must say so in `uses`.
vi.mock('../src/policy/evaluate/batch-size.ts', () => ({ MAX_SUBJECTS: 1, MAX_CHARACTERS: 1 }));

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
