import { expect, it } from 'vitest';
import { show, subjectsFrom } from '../../../test/support/screen.ts';
import { format } from './index.ts';

async function repeated(...items: readonly string[]): Promise<string[]> {
  const text = `pipelines:\n  default:\n${items.map((item) => `    - ${item}\n`).join('')}`;
  const subjects = await subjectsFrom(format, { 'bitbucket-pipelines.yml': text });
  return subjects.flatMap((one) =>
    one.kind === 'pipeline' ? one.facts.mistakes.map(({ problem }) => show(problem)) : [],
  );
}

const step = (name: string, deployment: string): string =>
  `step: { name: ${name}, deployment: ${deployment}, script: [./up.sh] }`;

it('knows environments that one pipeline deploys to twice', async () => {
  const problem = '`Again` deploys to `live`, as a step before it does, which Bitbucket refuses';
  expect(await repeated(step('Up', 'live'), step('Again', 'live'))).toEqual([`${problem} @4:40`]);
  expect(await repeated(step('Up', 'test'), step('Again', 'live'))).toEqual([]);
});

it('lets the steps of a stage share its environment', async () => {
  const inner = '{ step: { name: A, script: [./a.sh] } }, { step: { name: B, script: [./b.sh] } }';
  const stage = `stage: { name: Live, deployment: live, steps: [${inner}] }`;
  expect(await repeated(stage)).toEqual([]);
  expect(await repeated(step('Up', 'live'), stage)).toHaveLength(1);
});
