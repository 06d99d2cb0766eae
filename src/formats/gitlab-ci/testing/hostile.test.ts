import fc from 'fast-check';
import { expect, it } from 'vitest';
import { hostileValues, idsOf } from '../../../../test/support/hostile.ts';
import { subjectsOf } from './screen.ts';

const KEYS = [
  'include',
  'local',
  'project',
  'file',
  'template',
  'component',
  'remote',
  'inputs',
  'extends',
  'default',
  'inherit',
  'stages',
  'stage',
  'variables',
  'workflow',
  'rules',
  'if',
  'when',
  'allow_failure',
  'exit_codes',
  'only',
  'except',
  'refs',
  'needs',
  'job',
  'optional',
  'environment',
  'name',
  'action',
  'deployment_tier',
  'trigger',
  'strategy',
  'parallel',
  'matrix',
  'script',
  'before_script',
  'after_script',
  'image',
  'services',
  'artifacts',
  'reports',
  'junit',
  'id_tokens',
  'secrets',
  'resource_group',
  'interruptible',
  'release',
  'pages',
  '!reference',
  'a',
  'b',
  '.a',
  '__proto__',
  'constructor',
];
const TEXTS = [
  'kubectl apply -f x',
  'helm upgrade a b --set image.tag=$A',
  'npm test || true',
  '$A $CI_COMMIT_SHA',
  '${B}',
  '$[[ inputs.a ]]',
  'a.yml',
  '/**/*.yml',
  '.gitlab-ci.yml',
  'Jobs/SAST.gitlab-ci.yml',
  'a',
  'b',
  '.a',
  'constructor',
  '__proto__',
  'production',
  'manual',
  'never',
  'always',
  '$CI_COMMIT_BRANCH == "main" && ($A =~ /^(x|y)+$/ || !$B)',
  '((((',
  'depend',
  'script',
  'test',
];
const value = hostileValues(KEYS, TEXTS);
const job = fc.dictionary(fc.constantFrom(...KEYS), value, { maxKeys: 6 });
const file = fc.dictionary(fc.constantFrom('deploy', 'test', ...KEYS), fc.oneof(job, value), { maxKeys: 6 });

it('reads whatever stands where without throwing, and gives every subject an id of its own', async () => {
  await fc.assert(
    fc.asyncProperty(file, file, async (main, other) => {
      const subjects = await subjectsOf({
        '.gitlab-ci.yml': JSON.stringify({ include: 'a.yml', ...main }),
        'a.yml': JSON.stringify(other),
      });
      const ids = idsOf(subjects);
      expect(new Set(ids).size).toBe(ids.length);
    }),
    { numRuns: 300 },
  );
});

const times = (count: number, make: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => make(index)).join('');

it.each<[what: string, files: Record<string, string>]>([
  [
    'a long chain of needs',
    {
      '.gitlab-ci.yml': times(
        1_500,
        (i) => `j${i}: { needs: [${i ? `j${i - 1}` : ''}], script: kubectl apply -f x }\n`,
      ),
    },
  ],
  [
    'many jobs in many stages',
    {
      '.gitlab-ci.yml': `stages: [${times(30, (i) => `s${i},`)}]\n${times(1_500, (i) => `j${i}: { stage: s${i % 30}, script: kubectl apply -f x }\n`)}`,
    },
  ],
  [
    'files that include themselves and one another',
    {
      '.gitlab-ci.yml': 'include: [a.yml, b.yml, .gitlab-ci.yml]\nx: { script: helm upgrade a b }\n',
      'a.yml': 'include: [a.yml, b.yml, b.yml]\n',
      'b.yml': 'include: [a.yml, b.yml, a.yml]\n',
    },
  ],
  [
    'pipelines that trigger themselves',
    {
      '.gitlab-ci.yml': times(
        20,
        (i) => `t${i}: { trigger: { include: .gitlab-ci.yml, strategy: depend } }\n`,
      ),
    },
  ],
  [
    'jobs that extend one another',
    {
      '.gitlab-ci.yml': times(
        200,
        (i) => `.j${i}: { extends: [${times(20, (n) => `.j${(i + n + 1) % 200},`)}], variables: { A: b } }\n`,
      ).concat('deploy: { extends: .j0, script: helm upgrade a b }\n'),
    },
  ],
  [
    'references that multiply',
    {
      '.gitlab-ci.yml': times(
        20,
        (i) => `.r${i}: { script: [${times(20, () => `!reference [.r${(i + 1) % 20}, script],`)}] }\n`,
      ).concat(
        'deploy: { script: [!reference [.r0, script]] }\n.l: !reference [.l]\nx: { script: !reference [x, script] }\n',
      ),
    },
  ],
  [
    'variables that multiply',
    {
      '.gitlab-ci.yml': `variables:\n${times(15, (i) => `  V${i}: "${`$V${i + 1}`.repeat(20)}"\n`)}deploy: { environment: $V0, script: 'helm upgrade a b --set tag=$V0' }\n`,
    },
  ],
  [
    'a matrix without end',
    {
      '.gitlab-ci.yml': `deploy:\n  environment: ${'$A'.repeat(50)}\n  script: helm upgrade a b\n  parallel: { matrix: [{ A: [${times(200, (i) => `a${i},`)}] }] }\n`,
    },
  ],
])('is not slowed down by %s', async (_, files) => {
  const start = performance.now();
  await subjectsOf(files);
  expect(performance.now() - start).toBeLessThan(10_000);
});

it('reads deploys of many stages in proportion to their number', async () => {
  const time = async (jobs: number): Promise<number> => {
    const text = `stages: [a, b, c]\n${times(jobs, (i) => `j${i}: { stage: ${'abc'[i % 3] ?? ''}, script: kubectl apply -f x }\n`)}`;
    const before = process.cpuUsage();
    await subjectsOf({ '.gitlab-ci.yml': text });
    return process.cpuUsage(before).user;
  };
  await time(1000);
  const few = await time(1000);
  // Eight times as many took nineteen times as long where each job had its own list of those after it.
  expect((await time(8000)) / few).toBeLessThan(12);
});
