import { expect, it } from 'vitest';
import { show, subjectsFrom } from '../../../../test/support/screen.ts';
import { format } from '../index.ts';

async function fact(
  name: 'branchesLimited' | 'credentials',
  job: string,
  workflow: string,
): Promise<string[]> {
  const text = `keys: &keys { AWS_SECRET_ACCESS_KEY: x }
jobs:
  test: { docker: [{ image: 'node:20' }], steps: [{ run: npm test }] }
  deploy:
    ${job || 'environment: {}'}
    steps: [{ run: aws s3 sync . s3://b }]
workflows:
  main:
    ${workflow}
`;
  const subjects = await subjectsFrom(format, { '.circleci/config.yml': text });
  return subjects.flatMap((one) => (one.kind === 'deploy-job' ? [show(one.facts[name])] : []));
}

it.each<[job: string, expected: string]>([
  ['', 'none @9:12'],
  ['environment: { AWS_SECRET_ACCESS_KEY: x }', 'static @5:20'],
  ['environment: *keys', 'static @1:15'],
  ['docker: [{ image: "a:1", environment: { AWS_SECRET_ACCESS_KEY: x } }]', 'static @5:45'],
  ['environment: { AWS_SECRET_ACCESS_KEY: x, AWS_SESSION_TOKEN: y }', 'none @9:12'],
])('sees keys among variables: %s', async (job, expected) => {
  expect(await fact('credentials', job, 'jobs: [deploy]')).toEqual([expected]);
});

it.each<[workflow: string, expected: string]>([
  ['jobs: [deploy]', 'false @9:12'],
  ['jobs: [deploy: { filters: { branches: { only: main } } }]', 'true @9:43'],
  ['jobs: [deploy: { filters: { branches: { only: /.*/ } } }]', 'false @9:12'],
  ['jobs: [test: { filters: { branches: { ignore: /pr.*/ } } }, deploy: { requires: [test] }]', 'true @9:41'],
  [
    'jobs: [deploy: { context: aws }]',
    '? for which branches its contexts are there is set outside the files @9:31',
  ],
  ['when: x\n    jobs: [deploy]', '? a condition decides when its workflow runs @9:11'],
])('tells for which branches a job runs: %s', async (workflow, expected) => {
  expect(await fact('branchesLimited', '', workflow)).toEqual([expected]);
});
