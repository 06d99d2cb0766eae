import { expect, it } from 'vitest';
import { show, subjectsFrom } from '../../../test/support/screen.ts';
import { format } from './index.ts';

async function missing(...jobs: readonly string[]): Promise<string[]> {
  const definition = '{ docker: [{ image: cimg/base:2024.01 }], steps: [checkout] }';
  const text = `version: 2.1\njobs: { test: ${definition}, ship: ${definition} }\nworkflows:\n  main:\n    jobs:\n${jobs.map((job) => `      - ${job}\n`).join('')}`;
  const subjects = await subjectsFrom(format, { '.circleci/config.yml': text });
  return subjects.flatMap((one) =>
    one.kind === 'pipeline' ? one.facts.mistakes.map(({ problem }) => show(problem)) : [],
  );
}

const LACKS = 'job `ship` requires `tests`, which workflow `main` lacks';

it('knows jobs that are required and not there', async () => {
  expect(await missing('test', 'ship: { requires: [tests] }')).toEqual([`${LACKS} @7:28`]);
  expect(await missing('test', 'ship: { requires: [{ tests: [success, failed] }] }')).toEqual([
    `${LACKS} @7:28`,
  ]);
  expect(await missing('test', 'ship: { requires: [test] }')).toEqual([]);
  expect(await missing('test: { name: tests }', 'ship: { requires: [tests] }')).toEqual([]);
});

it('leaves open what a matrix or a parameter names', async () => {
  const matrix = 'test: { matrix: { parameters: { node: [a, b] } } }';
  expect(await missing(matrix, 'ship: { requires: [test] }')).toEqual([]);
  expect(await missing(matrix, 'ship: { requires: [test-a] }')).toEqual([]);
  expect(await missing(matrix, 'ship: { requires: [test-c] }')).toEqual([]);
  expect(await missing('test', 'ship: { requires: [<< pipeline.parameters.first >>] }')).toEqual([]);
});
