import { describe, expect, it } from 'vitest';
import { APPLY, fact, workflow } from '../testing/deploy.ts';
import { factsOf, show } from '../testing/screen.ts';

const ROLL_BACK = 'on: { workflow_dispatch: { inputs: { tag: {} } } }\nname: Roll back';

describe('ways back', () => {
  it.each<[what: string, head: string, steps: string, expected: string[]]>([
    [
      'a failure path',
      'on: push',
      `${APPLY}      - if: failure()\n        run: kubectl rollout undo deploy/shop\n`,
      ['rollout-undo @8:14 automatic true'],
    ],
    [
      'by hand',
      'on: workflow_dispatch',
      '      - run: helm rollback shop\n',
      ['helm-rollback @6:14 automatic false'],
    ],
    [
      'an atomic upgrade',
      'on: push',
      '      - run: helm upgrade shop c --rollback-on-failure\n',
      ['helm-rollback @6:14 automatic true'],
    ],
    [
      'a circuit breaker',
      'on: push',
      '      - run: aws ecs update-service --deployment-configuration "deploymentCircuitBreaker={enable=true,rollback=true}"\n',
      ['deployment-service @6:14 automatic true'],
    ],
    [
      'no traffic switch that is the deploy itself',
      'on: push',
      '      - run: az webapp deployment slot swap --slot staging\n',
      [],
    ],
    [
      'a started workflow with a version',
      ROLL_BACK,
      '      - run: helm upgrade shop c --set image.tag=${{ inputs.tag }}\n',
      ['redeploy @1:38 automatic false'],
    ],
  ])('%s', async (_, head, steps, expected) => {
    const subjects = await factsOf('rollback', workflow(head, '', steps));
    const shown = subjects.map(
      ({ facts }) => `${show(facts.mechanism)} automatic ${show({ value: facts.automatic.value })}`,
    );
    expect(shown).toEqual(expected);
  });

  it('serves the environment of its job, and is no deploy job itself', async () => {
    const text = workflow(ROLL_BACK, '    environment: production\n', APPLY);
    const [rollback] = await factsOf('rollback', text);
    expect(rollback && show(rollback.facts.target)).toBe('production @6:18');
    expect(await factsOf('deploy-job', text)).toEqual([]);
  });
});

const UPGRADE = '      - run: helm upgrade shop chart -n production';

describe('what fails goes back by itself', () => {
  it.each<[what: string, steps: string, expected: string]>([
    ['not by manifests', APPLY, 'null @3:3'],
    ['not a plain upgrade', `${UPGRADE} --wait\n`, 'false @6:14'],
    ['an atomic one', `${UPGRADE} --atomic --timeout 5m\n`, 'true @6:14'],
    [
      'one whose flags a variable may hold',
      `${UPGRADE} $FLAGS\n`,
      '? a variable may hold more flags of `helm upgrade` @6:14',
    ],
    ['not one of two', `${UPGRADE} --atomic\n${UPGRADE.replace('shop', 'api')}\n`, 'false @7:14'],
    [
      'by a step that runs then',
      `${UPGRADE}\n      - if: failure()\n        run: helm rollback shop\n`,
      'true @8:14',
    ],
    ['not by a step that runs always', `${UPGRADE}\n      - run: helm rollback shop\n`, 'false @6:14'],
    [
      'a stack',
      '      - run: aws cloudformation deploy --stack-name shop --template-file t.yaml\n',
      'true @6:14',
    ],
    [
      'not a stack that stays',
      '      - run: aws cloudformation create-stack --stack-name shop --on-failure DO_NOTHING\n',
      'false @6:14',
    ],
    ['not one of SAM that stays', '      - run: sam deploy --disable-rollback\n', 'false @6:14'],
  ])('%s', async (_, steps, expected) => {
    expect(await fact('rollsBack', workflow('on: push', '', steps))).toEqual([expected]);
  });

  it('by another job that runs when it failed', async () => {
    const text = `${workflow('on: push', '', `${UPGRADE}\n`)}  back:
    needs: release
    if: failure()
    runs-on: ubuntu-latest
    steps: [{ run: helm rollback shop }]
`;
    expect(await fact('rollsBack', text)).toEqual(['true @11:20']);
  });

  it.each([
    ['', 'null @3:3'],
    ['--history-max 1', '1 @6:14'],
    ['--history-max=$KEPT', '? `$KEPT` is known only while the pipeline runs @6:14'],
  ])('and keeps releases: %s', async (flag, expected) => {
    expect(await fact('historyLimit', workflow('on: push', '', `${UPGRADE} ${flag}\n`))).toEqual([expected]);
  });
});
