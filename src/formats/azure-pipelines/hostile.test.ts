import fc from 'fast-check';
import { expect, it } from 'vitest';
import { hostileValues, idsOf } from '../../../test/support/hostile.ts';
import { subjectsOf } from './testing/screen.ts';

const KEYS = [
  'name',
  'trigger',
  'pr',
  'resources',
  'pipelines',
  'repositories',
  'containers',
  'extends',
  'template',
  'parameters',
  'default',
  'values',
  'variables',
  'group',
  'value',
  'stages',
  'stage',
  'jobs',
  'job',
  'deployment',
  'environment',
  'strategy',
  'runOnce',
  'deploy',
  'on',
  'failure',
  'steps',
  'script',
  'task',
  'inputs',
  'dependsOn',
  'condition',
  'continueOnError',
  'pool',
  'env',
  'a',
  '${{ if eq(parameters.a, true) }}',
  '${{ else }}',
  '${{ each x in parameters.a }}',
  '${{ insert }}',
  '__proto__',
  'constructor',
];
const TEXTS = [
  'kubectl apply -f x -n ${{ parameters.a }}',
  'helm upgrade a b --set image.tag=$(a)',
  'npm test || true',
  '${{ parameters.a }}',
  '${{ parameters.constructor }}',
  '${{ x }}',
  '${{ x.a.b }}',
  '${{ variables.a }}',
  "${{ format('{0}{1}', parameters.a, variables.a) }}",
  '$(a)',
  '$[ variables.a ]',
  'a.yml',
  '../../../../etc/passwd',
  'b.yml@x',
  'AzureWebApp@1',
  'HelmDeploy@0',
  'AzureCLI@2',
  'ManualValidation@1',
  'constructor@1',
  '__proto__',
  'production',
  'always()',
  '${{',
];
const value = hostileValues(KEYS, TEXTS);
const file = fc.dictionary(fc.constantFrom(...KEYS), value, { maxKeys: 6 });

it('reads whatever stands where without throwing, and gives every subject an id of its own', async () => {
  await fc.assert(
    fc.asyncProperty(file, file, fc.array(file, { maxLength: 3 }), async (root, template, steps) => {
      const subjects = await subjectsOf({
        'azure-pipelines.yml': JSON.stringify({ jobs: [{ job: 'a', steps }], ...root }),
        'a.yml': JSON.stringify({ steps: [{ template: 'a.yml' }], ...template }),
      });
      const ids = idsOf(subjects);
      expect(new Set(ids).size).toBe(ids.length);
    }),
    { numRuns: 500 },
  );
});

const times = (count: number, line: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => line(index)).join('');

it.each<[what: string, files: Record<string, string>]>([
  [
    'a long chain of deploy jobs',
    {
      'azure-pipelines.yml': `jobs:\n${times(1_500, (i) => `- { job: j${i}, dependsOn: ${i ? `j${i - 1}` : '[]'}, steps: [{ script: kubectl apply -f x }] }\n`)}`,
    },
  ],
  [
    'thousands of deploy jobs that each need many',
    {
      'azure-pipelines.yml': `jobs:\n${times(2_000, (i) => `- { job: j${i}, dependsOn: [${Array.from({ length: 30 }, (_, other) => `j${other}`).join(', ')}], steps: [{ script: kubectl apply -f x }] }\n`)}`,
    },
  ],
  [
    'templates that multiply',
    {
      'azure-pipelines.yml': `steps:\n${times(20, () => '- template: t0.yml\n')}`,
      ...Object.fromEntries(
        Array.from({ length: 8 }, (_, i) => [
          `t${i}.yml`,
          `steps:\n${times(20, () => `- template: t${i + 1}.yml\n`)}`,
        ]),
      ),
    },
  ],
  [
    'templates that use one another',
    {
      'azure-pipelines.yml': 'trigger: [main]\nstages: [{ template: a.yml }]\n',
      'a.yml': 'stages: [{ template: b.yml }, { template: a.yml }]\n',
      'b.yml': 'stages: [{ template: a.yml }, { template: azure-pipelines.yml }]\n',
    },
  ],
  [
    'parameters that repeat one another',
    {
      'azure-pipelines.yml': `trigger: none\nparameters:\n${times(20, (i) => `- { name: p${i}, default: "${`\${{ parameters.p${i + 1} }}`.repeat(20)}" }\n`)}- { name: p20, default: "\${{ parameters.p0 }}" }\njobs: [{ deployment: a, environment: "\${{ parameters.p0 }}", strategy: { runOnce: { deploy: { steps: [{ script: "helm upgrade a b --set tag=\${{ parameters.p0 }}" }] } } } }]`,
    },
  ],
  [
    'variables that repeat one another',
    {
      'azure-pipelines.yml': `trigger: none\nvariables:\n${times(20, (i) => `  v${i}: "${`$(v${i + 1})`.repeat(20)}"\n`)}  v20: $(v0)\nsteps: [{ script: "helm upgrade a b --set tag=$(v0) $V0" }]`,
    },
  ],
  [
    'loops in loops',
    {
      'azure-pipelines.yml': `trigger: none\nparameters: [{ name: l, type: object, default: [${'a, '.repeat(60)}b] }]\nsteps:\n- \${{ each a in parameters.l }}:\n  - \${{ each b in parameters.l }}:\n    - \${{ each c in parameters.l }}:\n      - script: kubectl apply -f \${{ a }}\${{ b }}\${{ c }}`,
    },
  ],
  [
    'lists that hold themselves',
    {
      'azure-pipelines.yml':
        'trigger: none\nparameters: [{ name: l, type: stepList, default: ["${{ parameters.l }}", "${{ parameters.l }}", { script: npm test }] }]\nsteps: ["${{ parameters.l }}", { "${{ insert }}": "${{ parameters.l }}" }]',
    },
  ],
  [
    'a deep expression',
    {
      'azure-pipelines.yml': `steps: [{ "\${{ if ${'not('.repeat(20_000)}true${')'.repeat(20_000)} }}": [{ script: npm test }] }]`,
    },
  ],
  [
    'a long script of almost nothing',
    {
      'azure-pipelines.yml': JSON.stringify({
        steps: [
          { script: `##vso[task.setvariable variable=a${' '.repeat(100_000)}` },
          { pwsh: `$a =${' '.repeat(100_000)}` },
          { script: 'x', condition: `failed${' '.repeat(100_000)}'failed'${','.repeat(50_000)}` },
          { script: '${{'.repeat(50_000) },
        ],
      }),
    },
  ],
])('is not slowed down by %s', async (_, files) => {
  const before = process.cpuUsage();
  await subjectsOf(files);
  expect(process.cpuUsage(before).user / 1e6).toBeLessThan(10);
});
