import { expect, it } from 'vitest';
import { factsOf, show } from '../testing/screen.ts';

const FILE = (approve: string, deploy = ''): string => `stages: [approve, deploy]
approve:
  stage: approve
  script: [echo approved]
${approve}
ship:
  stage: deploy
  script: [./ship.sh]
${deploy}`;

async function mistakes(text: string): Promise<string[]> {
  const pipelines = await factsOf('pipeline', text);
  return pipelines.flatMap(({ facts }) =>
    facts.mistakes.flatMap(({ about, problem }) => (about === 'approval' ? [show(problem)] : [])),
  );
}

const SKIPPED = 'what comes after `approve` starts without it, since it may be skipped';

it.each([
  ['a manual job', '  when: manual', '', [`${SKIPPED} @5:9`]],
  ['a rule that may fail', '  rules: [{ when: manual, allow_failure: true }]', '', [`${SKIPPED} @5:42`]],
  ['a rule', '  rules: [{ when: manual }]', '', []],
  ['one that may not fail', '  when: manual\n  allow_failure: false', '', []],
  ['one that is needed', '  when: manual', '  needs: [approve]', []],
  ['one that runs by itself', '', '', []],
])('knows whether an approval can be skipped: %s', async (_, approve, deploy, expected) => {
  expect(await mistakes(FILE(approve, deploy))).toEqual(expected);
});

it('leaves alone what does something, and what nothing comes after', async () => {
  expect(await mistakes(FILE('  when: manual').replace('echo approved', 'npm test'))).toEqual([]);
  expect(await mistakes('approve: { when: manual, script: [echo ok] }\n')).toEqual([]);
});
