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
  'entrypoint',
  'onExit',
  'hooks',
  'exit',
  'expression',
  'arguments',
  'inputs',
  'parameters',
  'value',
  'default',
  'templates',
  'template',
  'templateRef',
  'clusterScope',
  'workflowTemplateRef',
  'workflowSpec',
  'schedule',
  'schedules',
  'steps',
  'dag',
  'tasks',
  'depends',
  'dependencies',
  'when',
  'withItems',
  'continueOn',
  'failed',
  'inline',
  'container',
  'script',
  'source',
  'command',
  'args',
  'image',
  'env',
  'suspend',
  'duration',
  'resource',
  'manifest',
  'action',
  'synchronization',
  '__proto__',
  'constructor',
];
const TEXTS = [
  'a',
  'main',
  'kubectl apply -f x -n {{inputs.parameters.a}}',
  'npm test || true',
  '{{inputs.parameters.a}}{{inputs.parameters.a}}',
  '{{workflow.parameters.constructor}}',
  '{{=1+1}}',
  '{{',
  'sh',
  '-c',
  'a.Failed || (main && !a)',
  '{{workflow.status}} != Succeeded',
  'constructor',
  '__proto__',
  'production',
];
const value = hostileValues(KEYS, TEXTS);
const node = fc.dictionary(fc.constantFrom(...KEYS), value, { maxKeys: 6 });

it('reads whatever stands where without throwing, and gives every subject an id of its own', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom('Workflow', 'CronWorkflow', 'WorkflowTemplate', 'Sensor'),
      node,
      fc.array(node, { maxLength: 4 }),
      async (kind, spec, templates) => {
        const named = templates.map((one, index) => ({ name: index === 0 ? 'main' : 'a', ...one }));
        const object = { apiVersion: 'argoproj.io/v1alpha1', kind, metadata: { name: 'a' } };
        const subjects = await subjectsFrom(format, {
          'a.yaml': JSON.stringify({ ...object, spec: { ...spec, entrypoint: 'main', templates: named } }),
          'b.yaml': JSON.stringify({ ...object, spec }),
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
const workflow = (templates: string): string =>
  `apiVersion: argoproj.io/v1alpha1\nkind: Workflow\nmetadata: { name: a }\nspec:\n  entrypoint: t0\n  templates:\n${templates}`;
const UP = '  - { name: up, container: { image: x, command: [kubectl, apply, -f, x] } }\n';

it.each<[what: string, text: string]>([
  [
    'a long chain of deploys',
    workflow(
      `${UP}  - name: t0\n    dag:\n      tasks:\n${times(1_000, (i) => `      - { name: s${i}, template: up, dependencies: [${i ? `s${i - 1}` : ''}] }\n`)}`,
    ),
  ],
  [
    'tasks that each need many, under conditions of their own',
    workflow(
      `${UP}  - name: t0\n    dag:\n      tasks:\n${times(1_000, (i) => `      - { name: s${i}, template: up, when: c${i}, dependencies: [${times(20, (n) => `s${(i + n + 1) % 1_000},`)}] }\n`)}`,
    ),
  ],
  [
    'templates that multiply',
    workflow(
      `${UP}${times(12, (i) => `  - name: t${i}\n    steps: [[${times(10, (n) => `{ name: s${n}, template: ${i === 11 ? 'up' : `t${i + 1}`} },`)}]]\n`)}`,
    ),
  ],
  [
    'templates that run one another',
    workflow(
      times(
        30,
        (i) =>
          `  - name: t${i}\n    steps: [[${times(10, (n) => `{ name: s${n}, template: t${(i + n + 1) % 30} },`)}]]\n`,
      ),
    ),
  ],
  [
    'parameters that grow from template to template',
    workflow(
      `${UP}${times(18, (i) => `  - name: t${i}\n    inputs: { parameters: [{ name: a, value: xxxxxxxxxx }] }\n    steps: [[{ name: s, template: ${i === 17 ? 'up' : `t${i + 1}`}, arguments: { parameters: [{ name: a, value: '${'{{inputs.parameters.a}}'.repeat(20)}' }] } }]]\n`)}`,
    ),
  ],
  [
    'long texts of almost nothing',
    workflow(
      `  - { name: t0, script: { image: x, command: [sh], source: '${'{{'.repeat(50_000)}${'{{a'.repeat(20_000)}' } }\n  - name: t1\n    dag: { tasks: [{ name: a, template: t0, depends: '${'a||'.repeat(30_000)}', when: '${'status '.repeat(20_000)}' }] }\n`,
    ).replace('entrypoint: t0', 'entrypoint: t1'),
  ],
])('is not slowed down by %s', async (_, text) => {
  const before = process.cpuUsage();
  await subjectsFrom(format, { 'w.yaml': text });
  expect(process.cpuUsage(before).user / 1e6).toBeLessThan(10);
});
