import { expect, it } from 'vitest';
import { publishedWarnings } from '../../../test/support/published.ts';
import { format } from './index.ts';

const warnings = (text: string): Promise<readonly string[]> =>
  publishedWarnings(format, '.circleci/config.yml', text);

it("SchemaStore's schema warns of keys that configurations do not have", async () => {
  const text = `
version: 2.1
jobs:
  build:
    docker: [{ imag: node }]
    steps: { run: npm test }
workflows:
  main:
    jobs: [{ build: { require: [test] } }]
`;
  expect(await warnings(text)).toEqual([
    '5 "jobs.build.docker[0]" needs the property "image".',
    '5 "jobs.build.docker[0]" has no property "imag". Did you mean "image"?',
    '6 "jobs.build.steps" must be a list, found a mapping.',
  ]);
});

it('takes parameters for anything, and orbs and commands as they are named', async () => {
  const text = `
version: 2.1
orbs: { aws-cli: circleci/aws-cli@5.1 }
commands: { greet: { parameters: { to: { type: string, default: you } }, steps: [run: echo << parameters.to >>] } }
jobs:
  build:
    parameters: { size: { type: string } }
    docker: [{ image: << parameters.size >> }]
    resource_class: << parameters.size >>
    parallelism: << pipeline.parameters.many >>
    steps: [checkout, greet, aws-cli/setup: { role: x }, when: { condition: << parameters.size >>, steps: [greet: { to: me }] }]
workflows:
  main:
    jobs: [build: { size: large, context: [a], filters: { branches: { only: main } } }, hold: { type: approval }]
`;
  expect(await warnings(text)).toEqual([]);
});

it('says nothing of configurations of version 2, which have other keys', async () => {
  expect(await warnings('version: 2\njobs: { build: { branches: { only: main }, steps: [] } }\n')).toEqual(
    [],
  );
});
