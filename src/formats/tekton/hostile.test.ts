import fc from 'fast-check';
import { expect, it } from 'vitest';
import { hostileValues, idsOf } from '../../../test/support/hostile.ts';
import { subjectsFrom } from '../../../test/support/screen.ts';
import { format } from './index.ts';

const KEYS = [
  'metadata',
  'name',
  'generateName',
  'spec',
  'params',
  'value',
  'default',
  'tasks',
  'finally',
  'taskRef',
  'taskSpec',
  'pipelineRef',
  'pipelineSpec',
  'kind',
  'resolver',
  'bundle',
  'steps',
  'sidecars',
  'stepTemplate',
  'ref',
  'script',
  'command',
  'args',
  'image',
  'env',
  'onError',
  'runAfter',
  'when',
  'input',
  'operator',
  'values',
  'cel',
  'matrix',
  'timeout',
  'timeouts',
  'resourcetemplates',
  'triggers',
  'bindings',
  'template',
  '__proto__',
  'constructor',
];
const TEXTS = [
  'a',
  'kubectl apply -f x -n $(params.a)',
  'npm test || true',
  '$(params.a)$(params["a"])',
  '$(tasks.a.results.b)',
  '$(body.pull_request.title)',
  '$(params.constructor)',
  '$(',
  '{{ source_branch }}',
  'sh',
  'continue',
  'git-clone',
  '1h',
  'constructor',
  '__proto__',
  'production',
  'TaskRun',
  'PipelineRun',
];
const value = hostileValues(KEYS, TEXTS);
const node = fc.dictionary(fc.constantFrom(...KEYS), value, { maxKeys: 6 });

it('reads whatever stands where without throwing, and gives every subject an id of its own', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom('Task', 'Pipeline', 'PipelineRun', 'TaskRun', 'TriggerTemplate', 'EventListener'),
      node,
      fc.array(node, { maxLength: 4 }),
      async (kind, spec, tasks) => {
        const named = tasks.map((one, index) => ({ name: `a${index}`, ...one }));
        const object = { apiVersion: 'tekton.dev/v1', metadata: { name: 'a' } };
        const subjects = await subjectsFrom(format, {
          'a.yaml': JSON.stringify({ ...object, kind, spec }),
          'b.yaml': JSON.stringify({ ...object, kind: 'Pipeline', spec: { tasks: named, finally: named } }),
          'c.yaml': JSON.stringify({ ...object, kind: 'Task', spec: { ...spec, steps: tasks } }),
        });
        const ids = idsOf(subjects);
        expect(new Set(ids).size).toBe(ids.length);
      },
    ),
    { numRuns: 500 },
  );
});

const times = (count: number, line: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => line(index)).join('');
const UP =
  'apiVersion: tekton.dev/v1\nkind: Task\nmetadata: { name: up }\nspec: { params: [{ name: a, default: xxxxxxxxxx }], steps: [{ image: x, script: kubectl apply -f $(params.a) }] }\n---\n';
const pipeline = (name: string, tasks: string): string =>
  `apiVersion: tekton.dev/v1\nkind: Pipeline\nmetadata: { name: ${name} }\nspec:\n  tasks:\n${tasks}---\n`;

it.each<[what: string, text: string]>([
  [
    'a long chain of deploys',
    UP +
      pipeline(
        'p',
        times(
          1_000,
          (i) => `  - { name: s${i}, taskRef: { name: up }, runAfter: [${i ? `s${i - 1}` : ''}] }\n`,
        ),
      ),
  ],
  [
    'tasks that each need many, under conditions of their own',
    UP +
      pipeline(
        'p',
        times(
          500,
          (i) =>
            `  - { name: s${i}, taskRef: { name: up }, when: [{ cel: c${i} }], runAfter: [${times(20, (n) => `s${(i + n + 1) % 500},`)}] }\n`,
        ),
      ),
  ],
  [
    'pipelines that multiply',
    UP +
      times(8, (i) =>
        pipeline(
          `p${i}`,
          times(
            10,
            (n) =>
              `  - { name: s${n}, ${i === 7 ? 'taskRef: { name: up }' : `pipelineRef: { name: p${i + 1} }`} }\n`,
          ),
        ),
      ),
  ],
  [
    'parameters that grow from pipeline to pipeline',
    UP +
      times(9, (i) =>
        pipeline(
          `p${i}`,
          `  - { name: s, ${i === 8 ? 'taskRef: { name: up }' : `pipelineRef: { name: p${i + 1} }`}, params: [{ name: a, value: '${'$(params.a)'.repeat(20)}' }] }\n`,
        ),
      ),
  ],
  [
    'long texts of almost nothing',
    `apiVersion: tekton.dev/v1\nkind: Task\nmetadata: { name: a }\nspec: { steps: [{ image: x, script: '${'$(params'.repeat(30_000)}${'$(tasks.'.repeat(30_000)}${'{{'.repeat(30_000)}' }] }\n`,
  ],
  [
    'many templates and listeners',
    times(
      300,
      (i) =>
        `apiVersion: triggers.tekton.dev/v1beta1\nkind: TriggerTemplate\nmetadata: { name: t${i} }\nspec: { resourcetemplates: [{ kind: PipelineRun, spec: { pipelineRef: { name: p } } }] }\n---\napiVersion: triggers.tekton.dev/v1beta1\nkind: EventListener\nmetadata: { name: l }\nspec: { triggers: [{ template: { ref: t${i} }, bindings: [{ ref: b }] }] }\n---\n`,
    ),
  ],
])('is not slowed down by %s', async (_, text) => {
  const before = process.cpuUsage();
  await subjectsFrom(format, { 't.yaml': text });
  expect(process.cpuUsage(before).user / 1e6).toBeLessThan(10);
});
