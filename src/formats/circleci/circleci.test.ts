import fc from 'fast-check';
import { Ajv } from 'ajv';
import { expect, it } from 'vitest';
import { screen, show, subjectsFrom } from '../../../test/support/screen.ts';
import schema from '../../delivery/tables/schema.json' with { type: 'json' };
import { format } from './index.ts';
import orbs from './orbs.json' with { type: 'json' };

const PATH = '.circleci/config.yml';
const subjectsOf = (text: string, path = PATH): ReturnType<typeof subjectsFrom> =>
  subjectsFrom(format, { [path]: text });

const JOBS = `version: 2.1
jobs:
  test:
    docker: [{ image: cimg/node:20.11 }]
    steps: [checkout, run: npm test]
  deploy:
    parameters: { env: { type: string } }
    docker: [{ image: cimg/base:2024.01 }]
    steps:
      - checkout
      - run: kubectl -n << parameters.env >> apply -f k8s/
`;

async function deployFact(name: string, workflow: string): Promise<string[]> {
  const subjects = await subjectsOf(`${JOBS}workflows:\n  main:\n    jobs:\n${workflow}`);
  return subjects
    .filter(({ kind }) => kind === 'deploy-job')
    .map((subject) => show((subject.facts as unknown as Record<string, Parameters<typeof show>[0]>)[name]!));
}

it('gives workflows, deploy jobs, ways back and what they depend on', async () => {
  const text = `${JOBS}  back:
    docker: [{ image: cimg/base:2024.01 }]
    steps:
      - run: { command: kubectl rollout undo deployment/shop -n production, when: on_fail }
orbs:
  slack: circleci/slack@4.12.5
workflows:
  main:
    jobs:
      - test
      - hold: { type: approval, requires: [test] }
      - deploy: { env: production, requires: [hold], serial-group: production }
      - back: { requires: [deploy] }
`;
  await expect(screen(await subjectsOf(text))).toMatchFileSnapshot('samples/workflow.txt');
});

it('follows the graph of requires, and not the order in the file', async () => {
  const beside = '      - test\n      - deploy: { env: staging }\n';
  expect(await deployFact('testedBefore', beside)).toEqual([expect.stringMatching(/^false/)]);
  const after = '      - deploy: { env: staging, requires: [test] }\n      - test\n';
  expect(await deployFact('testedBefore', after)).toEqual(['true @5:28']);
});

it('does not count tests whose failure starts the job, too', async () => {
  const workflow =
    '      - test\n      - deploy: { env: staging, requires: [{ test: [success, failed] }] }\n';
  expect(await deployFact('testedBefore', workflow)).toEqual([expect.stringMatching(/^false/)]);
});

it('knows approval jobs that a deploy requires, and none that stand beside it', async () => {
  const required =
    '      - hold: { type: approval }\n      - deploy: { env: production, requires: [hold] }\n';
  expect(await deployFact('approval', required)).toEqual([expect.stringMatching(/^required/)]);
  const beside = '      - hold: { type: approval }\n      - deploy: { env: production }\n';
  expect(await deployFact('approval', beside)).toEqual([expect.stringMatching(/^none/)]);
});

it('gives one deploy job for each combination of a matrix', async () => {
  const workflow = '      - deploy: { matrix: { parameters: { env: [staging, production] } } }\n';
  expect(await deployFact('target', workflow)).toEqual([
    expect.stringMatching(/^staging/),
    expect.stringMatching(/^production/),
  ]);
});

it('leaves open what an orb outside the files does', async () => {
  const subjects = await subjectsOf(`version: 2.1
orbs: { acme: acme/tools@1.0.0 }
jobs: {}
workflows:
  main:
    jobs:
      - acme/deploy: { env: production }
`);
  expect(screen(subjects.filter(({ kind }) => kind === 'deploy-job'))).toContain(
    'testedBefore: ? `acme/tools/deploy` is not among the files',
  );
});

it('is recognized by its folder, or by jobs that run in an executor', async () => {
  expect((await subjectsOf(JOBS, 'ci/circle.yml')).length).toBeGreaterThan(0);
  expect(await subjectsOf('version: 2\nservices: {}\n', 'docker-compose.yml')).toEqual([]);
  expect(await subjectsOf('on: push\njobs:\n  a:\n    steps: [{ run: ls }]\n', 'w.yml')).toEqual([]);
});

it('has a table that the schema of tables allows', () => {
  const ajv = new Ajv({ strict: false, allErrors: true, formats: { regex: true } });
  const validate = ajv.compile({
    type: 'array',
    items: { $ref: '#/definitions/action' },
    definitions: schema.definitions,
  });
  validate(orbs);
  expect(validate.errors).toBeNull();
});

it('ends for commands that use themselves, and for whatever stands where something else should', async () => {
  const cyclic = `version: 2.1
commands:
  a: { steps: [b, b] }
  b: { steps: [a, a] }
jobs:
  build: { docker: [{ image: x }], steps: [a] }
workflows: { w: { jobs: [{ build: { requires: [build] } }] } }
`;
  expect((await subjectsOf(cyclic)).length).toBeGreaterThan(0);
  const value = fc.letrec((tie) => ({
    any: fc.oneof(
      { maxDepth: 4 },
      fc.constantFrom(null, 0, true, '', '<<', '<< parameters.x >>', 'deploy', 'a/b'),
      fc.array(tie('any'), { maxLength: 3 }),
      fc.dictionary(fc.constantFrom(...KEYS), tie('any'), { maxKeys: 4 }),
    ),
  })).any;
  await fc.assert(
    fc.asyncProperty(fc.dictionary(fc.constantFrom(...KEYS), value, { maxKeys: 6 }), async (config) => {
      expect(await subjectsOf(JSON.stringify({ version: 2.1, jobs: {}, ...config }))).toBeInstanceOf(Array);
    }),
  );
});

const KEYS = [
  'jobs',
  'workflows',
  'orbs',
  'commands',
  'steps',
  'run',
  'command',
  'requires',
  'matrix',
  'parameters',
  'docker',
  'image',
  'when',
  'type',
  'filters',
  'deploy',
  'a',
];
