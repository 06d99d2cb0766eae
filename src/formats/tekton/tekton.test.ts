import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { detects, printSample, readTexts, samplesBeside } from '../../../test/support/read-samples.ts';
import { show } from '../../../test/support/screen.ts';
import schema from '../../delivery/tables/schema.json' with { type: 'json' };
import type { DeployJobFacts } from '../../model/index.ts';
import { format as kubernetes } from '../kubernetes/index.ts';
import { format } from './index.ts';
import catalog from './tasks.json' with { type: 'json' };

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
  const { subjects } = await readTexts(format, typeof texts === 'string' ? { 't.yaml': texts } : texts);
  return subjects.flatMap((subject) => (subject.kind === 'deploy-job' ? [show(subject.facts[name])] : []));
}

const task = (name: string, step: string, kind = 'Task'): string =>
  `apiVersion: tekton.dev/v1\nkind: ${kind}\nmetadata: { name: ${name} }\nspec: { params: [{ name: env, default: prod }], steps: [{ name: s, image: i, ${step} }] }\n---\n`;
const TASKS = task('test', 'script: npm test') + task('up', 'script: kubectl apply -f k8s -n $(params.env)');
const pipeline = (tasks: string, last = ''): string =>
  `${TASKS}apiVersion: tekton.dev/v1\nkind: Pipeline\nmetadata: { name: p }\nspec:\n  tasks: [${tasks}]\n  finally: [${last}]\n`;
const T = '{ name: t, taskRef: { name: test } }';

describe('what stands before a deploy', () => {
  it.each([
    ['runAfter: [t]', 'true'],
    ['params: [{ name: a, value: $(tasks.t.results.r) }]', 'true'],
    ['when: [{ input: $(tasks.t.results.r), operator: in, values: [a] }]', 'true'],
    ['retries: 2', 'false'],
  ])('is what its task waits for: %s', async (needs, tested) => {
    const text = pipeline(`${T}, { name: d, taskRef: { name: up }, ${needs} }`);
    expect(await facts('testedBefore', text)).toEqual([expect.stringMatching(new RegExp(`^${tested}`))]);
  });

  it.each([
    ['{ name: t, onError: continue, taskRef: { name: test } }', 'false'],
    ['{ name: t, retries: 3, taskRef: { name: test } }', 'true'],
    [
      '{ name: t, when: [{ input: $(params.a), operator: in, values: [b] }], taskRef: { name: test } }',
      '\\? task `t` runs only when `\\$\\(params.a\\) in b`',
    ],
    ['{ name: t, taskSpec: { steps: [{ image: i, onError: continue, script: npm test }] } }', 'false'],
    ['{ name: t, taskRef: { name: elsewhere } }', '\\? task `elsewhere` is not among the files'],
    ['{ name: t, taskRef: { name: golang-test } }', 'true'],
    [
      '{ name: t, taskRef: { resolver: git, params: [{ name: url, value: u }, { name: pathInRepo, value: ci/check.yaml }] } }',
      '\\? task `ci/check.yaml` comes from the resolver `git`',
    ],
    ['{ name: t, taskRef: { name: x, bundle: registry.example/x } }', '\\? task `x` comes from a bundle'],
  ])('counts as far as it is sure to run and to stop: %s', async (test, tested) => {
    const text = pipeline(`${test}, { name: d, taskRef: { name: up }, runAfter: [t] }`);
    expect(await facts('testedBefore', text)).toEqual([expect.stringMatching(new RegExp(`^${tested}`))]);
  });

  it('may stand in pipelines that are not among the files', async () => {
    expect(await facts('testedBefore', TASKS)).toEqual([
      '? pipelines that run `up` are not among the files @8:19',
    ]);
    expect(await facts('approval', TASKS)).toEqual([
      expect.stringMatching(/^\? pipelines that run `up` are not among the files/),
    ]);
  });
});

it('stops a script at its first failure, unless it says who runs it', async () => {
  const verified = (script: string): string => task('up', `script: "${script}"`);
  expect(await facts('verifiedAfter', verified('helm upgrade a b\\nhelm test a\\necho done'))).toEqual([
    expect.stringMatching(/^true/),
  ]);
  expect(
    await facts('verifiedAfter', verified('#!/bin/bash\\nhelm upgrade a b\\nhelm test a\\necho done')),
  ).toEqual([expect.stringMatching(/^\?/)]);
});

it('follows parameters from a run, through its pipeline, to a task', async () => {
  const text = `${TASKS}apiVersion: tekton.dev/v1
kind: PipelineRun
metadata: { name: r }
spec:
  params: [{ name: to, value: staging }]
  pipelineSpec: { params: [{ name: to }], tasks: [{ name: d, taskRef: { name: up }, params: [{ name: env, value: $(params.to) }] }] }
`;
  expect(await facts('target', text)).toEqual(['staging @16:114']);
  expect(await facts('target', pipeline('{ name: d, taskRef: { name: up } }'))).toEqual(['prod @9:40']);
});

it('asks someone by an approval task', async () => {
  const ask = '{ name: a, taskRef: { kind: ApprovalTask } }';
  expect(
    await facts('approval', pipeline(`${ask}, { name: d, runAfter: [a], taskRef: { name: up } }`)),
  ).toEqual([expect.stringMatching(/^required/)]);
  expect(await facts('approval', pipeline(`${ask}, { name: d, taskRef: { name: up } }`))).toEqual([
    expect.stringMatching(/^none/),
  ]);
});

it.each([
  ['timeout: 1h30m0s', '90'],
  ['timeout: 0s', 'null'],
  ['retries: 1', '60'],
])('ends a task after %s', async (limit, minutes) => {
  const text = pipeline(`{ name: d, taskRef: { name: up }, ${limit} }`);
  expect((await facts('timeLimit', text)).map((one) => one.replace(/ @.*/, ''))).toEqual([minutes]);
});

it('names the chain of pipelines that run themselves', async () => {
  const text = pipeline('{ name: deploy, pipelineRef: { name: p } }');
  expect(await facts('verifiedAfter', text)).toContainEqual(
    expect.stringMatching(/^\? it runs itself: `p` → `p`/),
  );
});

it.each([
  ['$(body.pull_request.title)', ['$(body.pull_request.title)']],
  ['$(body.pull_request.head.sha)', []],
  ['v1', []],
])('tells of a script that has %s put into it', async (value, expected) => {
  const text = `${task('say', 'script: \'echo "$(params.env)"\'')}apiVersion: triggers.tekton.dev/v1beta1
kind: TriggerTemplate
metadata: { name: tt }
spec:
  params: [{ name: x, default: a }]
  resourcetemplates:
    - { apiVersion: tekton.dev/v1, kind: TaskRun, spec: { taskRef: { name: say }, params: [{ name: env, value: $(tt.params.x) }] } }
---
apiVersion: triggers.tekton.dev/v1beta1
kind: EventListener
metadata: { name: el }
spec: { triggers: [{ template: { ref: tt }, bindings: [{ ref: b }] }] }
---
apiVersion: triggers.tekton.dev/v1beta1
kind: TriggerBinding
metadata: { name: b }
spec: { params: [{ name: x, value: ${value} }] }
`;
  const { subjects } = await readTexts(format, { 't.yaml': text });
  const found = subjects.flatMap((one) => (one.kind === 'pipeline' ? one.facts.injections : []));
  expect(found.map(({ expression }) => expression.value)).toEqual(expected);
});

it('leaves no document to Kubernetes, and takes none of its', () => {
  for (const [version, kind] of [
    ['tekton.dev/v1', 'Task'],
    ['tekton.dev/v1beta1', 'PipelineRun'],
    ['triggers.tekton.dev/v1alpha1', 'EventListener'],
  ]) {
    const text = `apiVersion: ${version}\nkind: ${kind}\n`;
    expect([detects(format, text), detects(kubernetes, text)]).toEqual([true, false]);
  }
  expect(detects(format, 'apiVersion: operator.tekton.dev/v1\nkind: TektonConfig\n')).toBe(false);
});

it('has a table that the schema of tables allows', () => {
  const ajv = new Ajv({ strict: false, allErrors: true, formats: { regex: true } });
  const validate = ajv.compile({
    type: 'array',
    items: { $ref: '#/definitions/action' },
    definitions: schema.definitions,
  });
  validate(catalog);
  expect(validate.errors).toBeNull();
});
