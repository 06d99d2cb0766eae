import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { detects, printSample, readTexts, samplesBeside } from '../../../test/support/read-samples.ts';
import { show } from '../../../test/support/screen.ts';
import type { DeployJobFacts } from '../../model/index.ts';
import { format as kubernetes } from '../kubernetes/index.ts';
import { format } from './index.ts';

const samples = samplesBeside(dirname(fileURLToPath(import.meta.url)));

it.each(samples)('reads $name', async ({ name, text, expected }) => {
  await expect(await printSample(format, name, text)).toMatchFileSnapshot(expected);
});

type FactName = Exclude<
  keyof DeployJobFacts,
  'system' | 'pipeline' | 'job' | 'starts' | 'freezes' | 'windows'
>;

/** That fact of each deploy job. */
async function facts(name: FactName, texts: string | Readonly<Record<string, string>>): Promise<string[]> {
  const { subjects } = await readTexts(format, typeof texts === 'string' ? { 'w.yaml': texts } : texts);
  return subjects.flatMap((subject) => (subject.kind === 'deploy-job' ? [show(subject.facts[name])] : []));
}

const TEMPLATES = `
  - { name: test, container: { image: node, command: [npm, test] } }
  - { name: ask, suspend: {} }
  - { name: pause, suspend: { duration: 10m } }
  - name: up
    inputs: { parameters: [{ name: env, value: production }] }
    container: { image: k, command: [sh, -c], args: ['kubectl apply -f k8s -n {{inputs.parameters.env}}'] }
`;
const workflow = (main: string, more = ''): string =>
  `apiVersion: argoproj.io/v1alpha1\nkind: Workflow\nmetadata: { name: w }\nspec:\n  entrypoint: main\n${more}  templates:${TEMPLATES}  - name: main\n    ${main}\n`;
const steps = (...groups: readonly string[]): string =>
  workflow(`steps: [${groups.map((group) => `[${group}]`).join(', ')}]`);
const dag = (...tasks: readonly string[]): string => workflow(`dag: { tasks: [${tasks.join(', ')}] }`);

describe('what stands before a deploy', () => {
  it('is the groups before its own', async () => {
    expect(
      await facts('testedBefore', steps('{ name: t, template: test }', '{ name: d, template: up }')),
    ).toEqual([expect.stringMatching(/^true/)]);
    expect(
      await facts('testedBefore', steps('{ name: t, template: test }, { name: d, template: up }')),
    ).toEqual([expect.stringMatching(/^false/)]);
  });

  it.each([
    ['dependencies: [t]', 'true'],
    ['depends: t', 'true'],
    ['depends: t.Succeeded || t.Skipped', 'true'],
    ['depends: t || o', 'false'],
    ['depends: t.Succeeded || t.Failed', 'false'],
    ['depends: o', 'false'],
  ])('is what a task depends on: %s', async (needs, tested) => {
    const text = dag(
      '{ name: t, template: test }',
      '{ name: o, template: pause }',
      `{ name: d, template: up, ${needs} }`,
    );
    expect(await facts('testedBefore', text)).toEqual([expect.stringMatching(new RegExp(`^${tested}`))]);
  });

  it('does not count where the workflow goes on after its failure', async () => {
    const text = steps(
      '{ name: t, template: test, continueOn: { failed: true } }',
      '{ name: d, template: up }',
    );
    expect(await facts('testedBefore', text)).toEqual([expect.stringMatching(/^false/)]);
  });

  it('is unknown for a test under a condition that the deploy does not have', async () => {
    const test = `{ name: t, template: test, when: '{{workflow.parameters.a}} == b' }`;
    expect(await facts('testedBefore', steps(test, '{ name: d, template: up }'))).toEqual([
      '? step `t` runs only when `{{workflow.parameters.a}} == b` @14:47',
    ]);
    const same = `{ name: d, template: up, when: '{{workflow.parameters.a}} == b' }`;
    expect(await facts('testedBefore', steps(test, same))).toEqual([expect.stringMatching(/^true/)]);
  });
});

it('asks someone by what is suspended, and nobody by what goes on by itself', async () => {
  expect(await facts('approval', steps('{ name: a, template: ask }', '{ name: d, template: up }'))).toEqual([
    expect.stringMatching(/^required/),
  ]);
  expect(await facts('approval', steps('{ name: a, template: pause }', '{ name: d, template: up }'))).toEqual(
    [expect.stringMatching(/^none/)],
  );
});

it('deploys once for each item, to where its parameters say', async () => {
  const each = `{ name: d, template: up, withItems: [staging, prod], arguments: { parameters: [{ name: env, value: '{{item}}' }] } }`;
  expect((await facts('target', steps(each))).map((one) => one.replace(/ @.*/, ''))).toEqual([
    'staging',
    'prod',
  ]);
  expect(await facts('target', steps('{ name: d, template: up }'))).toEqual(['production @11:48']);
});

it('finds templates of other files, and names those that are not there', async () => {
  const text = steps('{ name: d, templateRef: { name: lib, template: deploy } }');
  const lib = (kind: string): string =>
    `apiVersion: argoproj.io/v1alpha1\nkind: ${kind}\nmetadata: { name: lib }\nspec: { templates: [{ name: deploy, container: { image: alpine/helm, args: [upgrade, a, b, -n, prod] } }] }\n`;
  expect(await facts('recognizedBy', { 'w.yaml': text, 'lib.yaml': lib('WorkflowTemplate') })).toEqual([
    expect.stringMatching(/^helm upgrade/),
  ]);
  expect(await facts('testedBefore', { 'w.yaml': text, 'lib.yaml': lib('ClusterWorkflowTemplate') })).toEqual(
    [
      expect.stringMatching(/^\? `lib\/deploy` is not among the files/),
      expect.stringMatching(/^\? workflows that run templates of `lib` are not among the files/),
    ],
  );
});

it('leaves open who is asked before a template that nothing here runs', async () => {
  const text =
    'apiVersion: argoproj.io/v1alpha1\nkind: WorkflowTemplate\nmetadata: { name: lib }\nspec: { templates: [{ name: deploy, container: { image: alpine/helm, args: [upgrade, a, b, -n, prod] } }] }\n';
  expect(await facts('approval', text)).toEqual([
    '? workflows that run templates of `lib` are not among the files @4:29',
  ]);
});

it('names the chain of templates that run themselves', async () => {
  const text = workflow(
    `steps: [[{ name: x, template: again }]]\n  - name: again\n    steps: [[{ name: deploy, template: main }]]`,
  );
  expect(await facts('verifiedAfter', text)).toEqual(['? it runs itself: `main` → `again` → `main` @16:22']);
});

it.each([
  ['kind: Deployment', 'apply', 1],
  ['kind: Job', 'create', 0],
  ['kind: Deployment', 'get', 0],
])('takes %s that it would %s for %s deploys', async (kind, action, count) => {
  const text = workflow(`resource: { action: ${action}, manifest: "apiVersion: a\\n${kind}\\n" }`);
  expect(await facts('recognizedBy', text)).toHaveLength(count);
});

it('locks by a mutex, or by a schedule that waits', async () => {
  const locked = workflow(
    'steps: [[{ name: d, template: up }]]',
    '  synchronization: { mutex: { name: a } }\n',
  );
  expect(await facts('serialized', locked)).toEqual([expect.stringMatching(/^true/)]);
  const cron = (policy: string): string =>
    `apiVersion: argoproj.io/v1alpha1\nkind: CronWorkflow\nmetadata: { name: c }\nspec: { schedule: '0 2 * * *', concurrencyPolicy: ${policy}, workflowSpec: { entrypoint: a, templates: [{ name: a, container: { image: hashicorp/terraform, args: [apply] } }] } }\n`;
  expect(await facts('serialized', cron('Forbid'))).toEqual([expect.stringMatching(/^true/)]);
  expect(await facts('serialized', cron('Replace'))).toEqual([expect.stringMatching(/^false/)]);
});

it('runs what is to be done at the end in any case', async () => {
  const text = workflow('steps: [[{ name: d, template: up }]]', '  onExit: test\n');
  expect(await facts('verifiedAfter', text)).toEqual([expect.stringMatching(/^true/)]);
  const { subjects } = await readTexts(format, {
    'w.yaml': workflow(
      `steps: [[{ name: d, template: up }]]\n  - name: end\n    steps: [[{ name: back, template: undo, when: '{{workflow.status}} != Succeeded' }]]\n  - { name: undo, container: { image: k, command: [helm, rollback, shop] } }`,
      '  onExit: end\n',
    ),
  });
  const back = subjects.flatMap((one) => (one.kind === 'rollback' ? [one.facts.automatic.value] : []));
  expect(back).toEqual([true]);
});

it('leaves other objects of Argo to Kubernetes, and no document to both', () => {
  const object = (kind: string): string =>
    `apiVersion: argoproj.io/v1alpha1\nkind: ${kind}\nmetadata: { name: a }\n`;
  for (const kind of ['Workflow', 'CronWorkflow', 'WorkflowTemplate', 'ClusterWorkflowTemplate', 'Sensor'])
    expect([detects(format, object(kind)), detects(kubernetes, object(kind))]).toEqual([true, false]);
  for (const kind of ['Application', 'Rollout'])
    expect([detects(format, object(kind)), detects(kubernetes, object(kind))]).toEqual([false, true]);
});
