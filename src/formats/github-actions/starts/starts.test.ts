import { describe, expect, it } from 'vitest';
import { APPLY, fact, workflow } from '../testing/deploy.ts';
import { factsOf, show } from '../testing/screen.ts';

const CRONS = 'on: { schedule: [cron: 0 6 * * 1, cron: 0 9 * * 5] }';

async function starts(head: string, job = '', steps = APPLY): Promise<string[]> {
  const [deploy] = await factsOf('deploy-job', workflow(head, job, steps));
  return (deploy?.facts.starts ?? []).map(({ by, cron }) =>
    cron.value === null ? show(by) : `${show(by)} ${show(cron)}`,
  );
}

describe('what starts a deploy', () => {
  it.each<[what: string, head: string, job: string, expected: string[]]>([
    ['a push', 'on: push', '', ['change @1:5']],
    ['a request and someone', 'on: [pull_request, workflow_dispatch]', '', ['change @1:6', 'person @1:20']],
    ['a tag', 'on: { push: { tags: [v*] } }', '', ['person @1:13']],
    ['a tag or a branch', 'on: { push: { tags: [v*], branches: [main] } }', '', ['change @1:13']],
    ['schedules', CRONS, '', ['schedule @1:24 0 6 * * 1 @1:24', 'schedule @1:41 0 9 * * 5 @1:41']],
    [
      'another workflow',
      'on: { workflow_run: { workflows: [a] } }',
      '',
      ['? what starts it by `workflow_run` is not among its own words @1:21'],
    ],
    ['no schedule', 'on: [push, schedule]', "    if: github.event_name == 'push'\n", ['change @1:6']],
    [
      'one of two schedules',
      CRONS,
      "    if: ${{ github.event.schedule == '0 9 * * 5' && success() }}\n",
      ['schedule @1:41 0 9 * * 5 @1:41'],
    ],
    [
      'not what a condition excludes',
      CRONS.replace('{ s', '{ push: , s'),
      "    if: ${{ !(github.event_name == 'schedule' || github.event_name == 'release') }}\n",
      ['change @1:7'],
    ],
    [
      'the main branch',
      CRONS,
      "    if: github.ref == 'refs/heads/main' && github.event.schedule != '0 6 * * 1'\n",
      ['schedule @1:41 0 9 * * 5 @1:41'],
    ],
    [
      'perhaps a schedule',
      'on: { schedule: [cron: 0 6 * * 1] }',
      '    if: vars.NIGHTLY\n',
      ['? a condition decides whether that starts it @1:24 0 6 * * 1 @1:24'],
    ],
  ])('is %s', async (_, head, job, expected) => {
    expect(await starts(head, job)).toEqual(expected);
  });

  it('is less for a step with a condition', async () => {
    const step = "      - if: github.event_name == 'release'\n        run: kubectl apply -f k8s/\n";
    expect(await starts('on: { push: , release: , schedule: [cron: 0 6 * * 1] }', '', step)).toEqual([
      'person @1:15',
    ]);
  });
});

describe('asking for a freeze', () => {
  it.each<[what: string, steps: string, expected: string]>([
    ['not at all', `      - run: pip freeze > lock.txt\n${APPLY}`, 'false @3:3'],
    [
      'in a script',
      `      - run: |\n          set -e\n          ./check-freeze --today\n${APPLY}`,
      '? `./check-freeze --today` may ask for it @6:14',
    ],
    [
      'in a condition',
      "      - if: vars.DEPLOY_FREEZE != 'on'\n        run: kubectl apply -f k8s/\n",
      "? `vars.DEPLOY_FREEZE != 'on'` may ask for it @6:13",
    ],
  ])('%s', async (_, steps, expected) => {
    expect(await fact('asksForFreeze', workflow('on: push', '', steps))).toEqual([expected]);
  });
});

describe('a chain of jobs', () => {
  /** Jobs that each need the one before, and deploy; the first one's own words. */
  const chain = (length: number, first: string): string => {
    const jobs = Array.from({ length }, (_, at) => {
      const needs = at === 0 ? first : `    needs: job-${at - 1}\n`;
      return `  job-${at}:\n    runs-on: ubuntu-latest\n${needs}    steps:\n${APPLY}`;
    });
    return `on: { schedule: [cron: 0 6 * * 1] }\njobs:\n${jobs.join('')}`;
  };
  const last = async (text: string): Promise<string[]> => {
    const facts = (await factsOf('deploy-job', text)).at(-1)?.facts;
    return facts ? [show(facts.asksForFreeze), ...facts.starts.map(({ by }) => show(by))] : [];
  };

  it('is followed to its first job', async () => {
    expect(await last(chain(150, '    if: vars.DEPLOY_FREEZE\n'))).toEqual([
      '? `vars.DEPLOY_FREEZE` may ask for it @5:9',
      '? a condition decides whether that starts it @1:24',
    ]);
  });

  it('is left open where it is longer than anybody makes it', async () => {
    expect(await last(chain(250, '    if: vars.DEPLOY_FREEZE\n'))).toEqual([
      '? it needs more than 200 jobs @1248:3',
      '? it needs more than 200 jobs @1:24',
    ]);
  });
});
