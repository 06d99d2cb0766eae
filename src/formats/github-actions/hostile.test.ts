import fc from 'fast-check';
import { expect, it } from 'vitest';
import { hostileValues, idsOf } from '../../../test/support/hostile.ts';
import { subjectsOf } from './testing/screen.ts';

const KEYS = [
  'name',
  'on',
  'jobs',
  'steps',
  'run',
  'uses',
  'with',
  'env',
  'needs',
  'if',
  'environment',
  'permissions',
  'strategy',
  'matrix',
  'include',
  'concurrency',
  'workflow_call',
  'workflow_dispatch',
  'inputs',
  'options',
  'container',
  'services',
  'image',
  'outputs',
  'id',
  'shell',
  'defaults',
  'a',
  '__proto__',
  'constructor',
];
const TEXTS = [
  'kubectl apply -f x',
  'helm upgrade a b --set image.tag=$A',
  'npm test || true',
  '${{ env.a }}',
  '${{ matrix.a }}',
  '${{ inputs.constructor }}',
  '${{ steps.a.outputs.a }}',
  '${{ needs.a.outputs.a }}',
  './.github/workflows/w.yml',
  './a',
  'actions/checkout@v4',
  'constructor',
  '__proto__',
  'production',
  'a',
  'always()',
  '${{',
  '$A $constructor',
];
const value = hostileValues(KEYS, TEXTS);
const job = fc.dictionary(fc.constantFrom(...KEYS), value, { maxKeys: 6 });

it('reads whatever stands where without throwing, and gives every subject an id of its own', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.dictionary(fc.constantFrom('a', 'deploy', '__proto__'), job),
      value,
      async (jobs, on) => {
        const subjects = await subjectsOf({
          '.github/workflows/w.yml': JSON.stringify({ on, jobs, env: jobs['a']?.['env'] }),
          'a/action.yml': JSON.stringify({
            runs: { using: 'composite', steps: [jobs['deploy'], { uses: './a' }] },
          }),
        });
        const ids = idsOf(subjects);
        expect(new Set(ids).size).toBe(ids.length);
      },
    ),
    { numRuns: 300 },
  );
});

const steps = (uses: string, count: number): string =>
  `[${Array(count).fill(`{ uses: ${uses} }`).join(', ')}]`;

it.each<[what: string, files: Record<string, string>]>([
  [
    'a long chain of deploy jobs',
    {
      '.github/workflows/w.yml': `on: push\njobs:\n${Array.from({ length: 1_500 }, (_, i) => `  j${i}: { runs-on: x, needs: ${i ? `j${i - 1}` : '[]'}, steps: [{ run: kubectl apply -f x }] }\n`).join('')}`,
    },
  ],
  [
    'thousands of deploy jobs that each name many needs',
    {
      '.github/workflows/w.yml': `on: push\njobs:\n${Array.from({ length: 3_000 }, (_, i) => `  j${i}: { runs-on: x, needs: [${Array.from({ length: 30 }, (_, other) => `x${other}`).join(', ')}], steps: [{ run: kubectl apply -f x }] }\n`).join('')}`,
    },
  ],
  [
    'workflows that call themselves and one another',
    {
      '.github/workflows/a.yml': `on: [push, workflow_call]\njobs:\n${['a', 'b', 'c', 'd'].map((id) => `  ${id}: { uses: ./.github/workflows/${id < 'c' ? 'a' : 'b'}.yml }\n`).join('')}  deploy: { needs: [a, b, c, d], runs-on: x, steps: [{ run: helm upgrade a b }] }\n`,
      '.github/workflows/b.yml': `on: workflow_call\njobs:\n${['a', 'b', 'c', 'd'].map((id) => `  ${id}: { uses: ./.github/workflows/${id < 'c' ? 'a' : 'b'}.yml }\n`).join('')}  deploy: { needs: [a, b, c, d], runs-on: x, steps: [{ run: helm upgrade a b }] }\n`,
    },
  ],
  [
    'actions that multiply',
    {
      '.github/workflows/w.yml': `on: push\njobs: { deploy: { runs-on: x, steps: ${steps('./a0', 20)} } }`,
      ...Object.fromEntries(
        Array.from({ length: 8 }, (_, i) => [
          `a${i}/action.yml`,
          `runs: { using: composite, steps: ${steps(`./a${i + 1}`, 20)} }`,
        ]),
      ),
    },
  ],
  [
    'variables that multiply',
    {
      '.github/workflows/w.yml': `on: push\nenv:\n${Array.from({ length: 15 }, (_, i) => `  V${i}: "${'${{ env.V'.concat(String(i + 1), ' }}').repeat(20)}$V${i + 1}"\n`).join('')}jobs: { deploy: { runs-on: x, environment: "\${{ env.V0 }}", steps: [{ run: 'helm upgrade a b --set tag=$V0 \${{ env.V0 }}' }] } }`,
    },
  ],
])('is not slowed down by %s', async (_, files) => {
  const start = performance.now();
  await subjectsOf(files);
  expect(performance.now() - start).toBeLessThan(10_000);
});

it('is not slowed down by a folder of slashes', async () => {
  const before = process.cpuUsage();
  await subjectsOf({
    '.github/workflows/w.yml': `on: push\njobs: { test: { runs-on: x, steps: [{ run: npm test, working-directory: "a${'/'.repeat(150_000)}b" }] } }`,
  });
  expect(process.cpuUsage(before).user / 1e6).toBeLessThan(3);
});
