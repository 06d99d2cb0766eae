import { expect, it } from 'vitest';
import { factsOf, show } from '../testing/screen.ts';

it.each<[on: string, job: string, expected: string]>([
  ['push', '', 'false @1:5'],
  ['{ push: { branches: [main] } }', '', 'true @3:3'],
  ['{ push: { branches: ["**"] } }', '', 'false @1:13'],
  ['{ push: { tags: [v*] } }', '', 'true @3:3'],
  ['{ push: { paths: [k8s] } }', '', 'false @1:13'],
  ['workflow_dispatch', '', 'true @3:3'],
  ['pull_request', '', 'false @1:5'],
  ['{ pull_request: { types: [closed] } }', 'if: github.event.pull_request.merged', 'true @5:9'],
  ['push', "if: github.ref == 'refs/heads/main'", 'true @5:9'],
  ['[push, workflow_dispatch]', "if: github.event_name == 'workflow_dispatch'", 'true @5:9'],
  ['push', "if: github.event_name == 'push'", 'false @1:5'],
  [
    'push',
    'environment: prod',
    '? which branches may deploy to its environment is set outside the files @5:18',
  ],
])('tells for %s and %j whether only some branches are deployed', async (on, job, expected) => {
  const text = `on: ${on}\njobs:\n  deploy:\n    runs-on: x\n    ${job || 'name: Deploy'}\n    steps: [{ run: kubectl apply -f k8s }]\n`;
  const [found] = await factsOf('deploy-job', text);
  expect(found && show(found.facts.branchesLimited)).toBe(expected);
});

it('takes a condition of the step that deploys for one', async () => {
  const steps = [
    "{ if: github.ref == 'refs/heads/main', run: kubectl apply -f k8s }",
    '{ run: kubectl apply -f more }',
  ];
  const found = async (text: string): Promise<unknown> =>
    (await factsOf('deploy-job', `on: push\njobs: { deploy: { runs-on: x, steps: [${text}] } }\n`))[0]?.facts
      .branchesLimited.value;
  expect(await found(steps[0] ?? '')).toBe(true);
  expect(await found(steps.join(', '))).toBe(false);
});
