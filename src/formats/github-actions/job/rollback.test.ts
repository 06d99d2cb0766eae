import { describe, expect, it } from 'vitest';
import { APPLY, workflow } from '../testing/deploy.ts';
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
