import { expect, it } from 'vitest';
import { show, subjectsFrom } from '../../../test/support/screen.ts';
import type { Subject } from '../../model/index.ts';
import { format } from './index.ts';

const subjectsOf = (text: string): Promise<readonly Subject[]> =>
  subjectsFrom(format, { '.circleci/config.yml': text });

type Facts = Readonly<Record<string, Parameters<typeof show>[0]>>;

/** A fact of each deploy job of a workflow: its jobs, and what they are defined as. */
async function deployFact(name: string, jobs: string, definitions: string): Promise<readonly string[]> {
  const subjects = await subjectsOf(
    `version: 2.1\nworkflows:\n  main:\n    jobs:\n${jobs}jobs:\n${definitions}`,
  );
  return subjects
    .filter(({ kind }) => kind === 'deploy-job')
    .map(({ facts }) => show((facts as unknown as Facts)[name] ?? { value: undefined }).replace(/ @.*$/, ''));
}

const job = (name: string, steps: string): string =>
  `  ${name}:\n    docker: [{ image: cimg/base:2024.01 }]\n    steps:\n${steps}`;
const DEPLOY = job('deploy', '      - run: kubectl apply -f k8s/\n');

it('takes the `deploy` steps of older configurations for what they run', async () => {
  const deploy = job('deploy', '      - deploy: { name: To production, command: kubectl apply -f k8s/ }\n');
  expect(await deployFact('recognizedBy', '      - deploy\n', deploy)).toEqual(['kubectl apply']);
});

it.each([
  ['is false', 'false', 'false'],
  ['is a parameter that is false', '<< parameters.tests >>', 'false'],
  ['is true', 'true', 'true'],
  ['is a text of the shell', '"${TESTS}"', 'true'],
  ['compares what is equal', '{ equal: [a, a] }', 'true'],
  ['compares what differs', '{ equal: [a, b] }', 'false'],
  ['is turned round', '{ not: false }', 'true'],
  ['joins', '{ and: [true, { or: [false, true] }] }', 'true'],
  ['is decided by the run', '{ equal: [main, << pipeline.git.branch >>] }', '? a condition'],
])('counts the steps of a `when` as its condition says: it %s', async (_, condition, expected) => {
  const steps = `      - when: { condition: ${condition}, steps: [{ run: npm test }] }\n`;
  const test = job('test', steps).replace(
    'steps:',
    'parameters: { tests: { type: boolean, default: false } }\n    steps:',
  );
  const facts = await deployFact(
    'testedBefore',
    '      - test\n      - deploy: { requires: [test] }\n',
    test + DEPLOY,
  );
  expect(facts).toEqual([expect.stringContaining(expected)]);
});

it('counts the steps of an `unless` the other way round', async () => {
  const test = job('test', '      - unless: { condition: true, steps: [{ run: npm test }] }\n');
  const jobs = '      - test\n      - deploy: { requires: [test] }\n';
  expect(await deployFact('testedBefore', jobs, test + DEPLOY)).toEqual(['false']);
});

it('leaves workflows out that a condition turns off', async () => {
  const subjects = await subjectsOf(
    `version: 2.1\nworkflows: { main: { when: false, jobs: [deploy] } }\njobs:\n${DEPLOY}`,
  );
  expect(subjects.filter(({ kind }) => kind === 'deploy-job')).toEqual([]);
});

it('does not wait for what runs in the background', async () => {
  const test = job('test', '      - run: { command: npm test, background: true }\n');
  const jobs = '      - test\n      - deploy: { requires: [test] }\n';
  expect(await deployFact('testedBefore', jobs, test + DEPLOY)).toEqual(['false']);
});

it('leaves out what a matrix excludes, and finds a matrix by its alias', async () => {
  const matrix = '{ alias: all, parameters: { env: [a, b] }, exclude: [{ env: b }] }';
  const deploy = DEPLOY.replace('steps:', 'parameters: { env: { type: string } }\n    steps:');
  const check = job('check', '      - run: curl -f https://shop.example.com/healthz\n');
  const jobs = `      - deploy: { matrix: ${matrix} }\n      - check: { requires: [all] }\n`;
  expect(await deployFact('target', jobs, deploy + check)).toEqual(['a']);
  expect(await deployFact('verifiedAfter', jobs, deploy + check)).toEqual(['true']);
});

it('does not take a job of another name for what is required', async () => {
  const check = job('check', '      - run: curl -f https://shop.example.com/healthz\n');
  const jobs = '      - deploy: { name: first }\n      - deploy\n      - check: { requires: [deploy] }\n';
  expect(await deployFact('verifiedAfter', jobs, DEPLOY + check)).toEqual(['false', 'true']);
});

it.each([
  ['nothing', '', '      - deploy\n', 'false'],
  ['a lock', '', '      - take: { type: lock, key: shop }\n      - deploy: { requires: [take] }\n', 'true'],
  [
    'a queue',
    'orbs: { queue: eddiewebb/queue@2.2.1 }\n',
    '      - queue/block_workflow\n      - deploy: { requires: [queue/block_workflow] }\n',
    'true',
  ],
])('waits for other runs with %s', async (_, orbs, jobs, expected) => {
  expect(await deployFact('serialized', jobs, `${DEPLOY}${orbs}`)).toEqual([expected]);
});

it('takes a release job for a deploy', async () => {
  expect(
    await deployFact('recognizedBy', '      - ship\n', '  ship: { type: release, plan_name: shop }\n'),
  ).toEqual(['a release job']);
});

it.each([
  ['a schedule', 'triggers: [{ schedule: { cron: "0 2 * * *" } }]', 'schedule 0 2 * * *'],
  ['a push', 'max_auto_reruns: 1', 'change null'],
  [
    'what a condition decides',
    'when: << pipeline.parameters.deploy >>',
    '? a condition decides what starts its workflow null',
  ],
])('is started by %s', async (_, line, expected) => {
  const subjects = await subjectsOf(
    `version: 2.1\nworkflows:\n  main:\n    ${line}\n    jobs: [deploy]\njobs:\n${DEPLOY}`,
  );
  const starts = subjects.flatMap(({ facts }) => ('starts' in facts ? facts.starts : []));
  const shown = starts.map(({ by, cron }) => `${show({ value: by.value })} ${show({ value: cron.value })}`);
  expect(shown).toEqual([expected]);
});

it.each([
  ['a branch', 'run: echo << pipeline.git.branch >>', '', ['pipeline.git.branch @8:19']],
  ['a commit', 'run: echo "<< pipeline.git.commit.subject >>"', '', ['pipeline.git.commit.subject @8:20']],
  ['a parameter', 'run: echo << parameters.from >>', '', ['pipeline.git.branch @8:19']],
  ['no text of outsiders', 'run: echo << pipeline.git.revision >> << pipeline.number >>', '', []],
  [
    'one of the branches that the job is for',
    'run: echo << pipeline.git.branch >>',
    '{ filters: { branches: { only: [main] } } }',
    [],
  ],
  [
    'any branch of a pattern',
    'run: echo << pipeline.git.branch >>',
    '{ filters: { branches: { only: /.*/ } } }',
    ['pipeline.git.branch @8:19'],
  ],
  ['a variable', 'run: { command: echo "$B", environment: { B: << pipeline.git.branch >> } }', '', []],
  ['a variable that is run', 'run: eval "echo $CIRCLE_BRANCH"', '', ['$CIRCLE_BRANCH @8:25']],
  [
    'one that holds it',
    `run: { command: 'ssh h "git checkout $B"', environment: { B: << pipeline.git.branch >> } }`,
    '',
    ['$B @8:46'],
  ],
  [
    'one of given branches',
    'run: eval "echo $CIRCLE_BRANCH"',
    '{ filters: { branches: { only: main } } }',
    [],
  ],
])('knows scripts that paste %s', async (_, step, entry, expected) => {
  const subjects = await subjectsOf(`version: 2.1
jobs:
  say:
    parameters: { from: { type: string, default: << pipeline.git.branch >> } }
    docker: [{ image: cimg/base:2024.01 }]
    steps:
      - checkout
      - ${step}
workflows: { main: { jobs: [say${entry === '' ? '' : `: ${entry}`}] } }
`);
  const found = subjects.flatMap(({ facts }) => ('injections' in facts ? facts.injections : []));
  expect(found.map(({ expression }) => show(expression))).toEqual(expected);
});

it('gives an image that jobs share by an alias once', async () => {
  const subjects = await subjectsOf(
    'version: 2.1\nx: &x\n  docker: [{ image: ruby:3.1 }]\njobs:\n  a: { <<: *x, steps: [checkout] }\n  b: { <<: *x, steps: [checkout] }\n',
  );
  expect(subjects.map(({ id }) => id)).toEqual(['.circleci/config.yml:a/image']);
});

it('gives a job that deploys to several environments once for each', async () => {
  const steps = ['staging', 'production']
    .map(
      (name) =>
        `      - when: { condition: { equal: [${name}, << pipeline.git.branch >>] }, steps: [{ run: kubectl apply -n ${name} -f k8s/ }] }\n`,
    )
    .join('');
  const definition = job('deploy', `${steps}      - run: kubectl apply -n staging -f more/\n`);
  expect(await deployFact('target', '      - deploy\n', definition)).toEqual(['staging', 'production']);
});

it('takes a request whose answer is searched for a look at what was deployed', async () => {
  const steps = '      - run: ./deploy.sh\n      - run: curl http://$HOST | grep shop\n';
  expect(await deployFact('verifiedAfter', '      - deploy\n', job('deploy', steps))).toEqual(['true']);
  const other = steps.replace(' | grep shop', '');
  expect(await deployFact('verifiedAfter', '      - deploy\n', job('deploy', other))).toEqual(['false']);
});

it('knows orbs that tell people of a failure', async () => {
  const steps = '      - run: ./deploy.sh\n      - slack/notify: { event: fail }\n';
  const orbs = 'orbs: { slack: circleci/slack@4.12.5 }\n';
  const told = await deployFact('failureNotified', '      - deploy\n', `${job('deploy', steps)}${orbs}`);
  expect(told).toEqual(['true']);
  const passed = job('deploy', steps.replace('fail', 'pass'));
  expect(await deployFact('failureNotified', '      - deploy\n', `${passed}${orbs}`)).toEqual(['false']);
});

it.each([
  ['nothing', 'kubectl apply -f k8s/', 'null'],
  ['a command', 'timeout 90s kubectl apply -f k8s/', '1.5'],
  ['one with options', 'timeout -k 5 --signal=KILL 1h kubectl apply -f k8s/', '60'],
  ['one that never ends it', 'timeout 0 kubectl apply -f k8s/', 'null'],
  ['one of two commands', 'timeout 5m kubectl apply -f a/; kubectl apply -f b/', 'null'],
])('ends a deploy as %s says', async (_, command, expected) => {
  const definition = job('deploy', `      - run: ${command}\n`);
  expect(await deployFact('timeLimit', '      - deploy\n', definition)).toEqual([expected]);
});
