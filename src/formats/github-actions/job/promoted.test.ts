import { describe, expect, it } from 'vitest';
import { factsOf, show } from '../testing/screen.ts';

const job = (name: string, environment: string, steps: readonly string[], needs = ''): string =>
  `  ${name}: { environment: ${environment}, runs-on: x, ${needs}steps: [${steps.map((run) => `run: ${run}`).join(', ')}] }\n`;
const DEPLOY = 'helm upgrade shop .';
const NEEDS = 'needs: [a], ';

async function facts(
  name: 'rebuilt' | 'failureNotified' | 'environmentNamed',
  jobs: string,
): Promise<string[]> {
  const found = await factsOf('deploy-job', `on: push\njobs:\n${jobs}`);
  return found.map((one) => show(one.facts[name]));
}

describe('what another environment had before', () => {
  it.each<[what: string, jobs: string, expected: string[]]>([
    ['nothing is before', job('a', 'production', ['make build', DEPLOY]), ['null @3:3']],
    [
      'built again',
      job('a', 'staging', ['npm run build', DEPLOY]) +
        job('b', 'production', ['npm run build', DEPLOY], NEEDS),
      ['null @3:3', 'true @4:70'],
    ],
    [
      'not built again',
      job('a', 'staging', ['npm run build', DEPLOY]) + job('b', 'production', [DEPLOY], NEEDS),
      ['null @3:3', 'false @4:70'],
    ],
    [
      'something else, with another command',
      job('a', 'staging', ['cdk deploy']) + job('b', 'production', ['npm run build', DEPLOY], NEEDS),
      ['null @3:3', 'null @4:3'],
    ],
    [
      'the same environment',
      job('a', 'production', [DEPLOY]) + job('b', 'production', ['npm run build', DEPLOY], NEEDS),
      ['null @3:3', 'null @4:3'],
    ],
    [
      'only manifests',
      job('a', 'staging', [DEPLOY]) + job('b', 'production', ['kustomize build k8s', DEPLOY], NEEDS),
      ['null @3:3', 'false @4:96'],
    ],
    [
      'an environment that is chosen',
      job('a', '"${{ vars.TARGET }}"', [DEPLOY]) + job('b', 'production', ['npm run build', DEPLOY], NEEDS),
      ['null @3:3', '? `vars.TARGET` is set outside the files @4:70'],
    ],
  ])('%s', async (_, jobs, expected) => {
    expect(await facts('rebuilt', jobs)).toEqual(expected);
  });
});

describe('who is told of a failure', () => {
  const issue = 'gh issue create --title failed';
  const own = (condition: string): string =>
    `  a:\n    runs-on: x\n    steps:\n      - run: ${DEPLOY}\n      - run: ${issue}\n        if: ${condition}\n`;

  it.each<[what: string, jobs: string, expected: string]>([
    ['nobody', job('a', 'production', [DEPLOY]), 'false @3:3'],
    ['nobody, only of a success', own('success()'), 'false @3:3'],
    ['by a step', own('failure()'), 'true @7:14'],
    ['by a step in any case', own('always()'), 'true @7:14'],
    [
      'by a job after it',
      job('a', 'production', [DEPLOY]) + job('b', 'x', [issue], `if: '!cancelled() && failure()', ${NEEDS}`),
      'true @4:94',
    ],
  ])('%s', async (_, jobs, expected) => {
    expect((await facts('failureNotified', jobs))[0]).toBe(expected);
  });
});

it('asks whether a job names its environment', async () => {
  const text = job('a', 'production', [DEPLOY]) + job('b', '', [DEPLOY]).replace('environment: , ', '');
  expect(await facts('environmentNamed', text)).toEqual(['true @3:21', 'false @4:3']);
});
