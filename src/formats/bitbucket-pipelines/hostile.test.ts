import fc from 'fast-check';
import { expect, it } from 'vitest';
import { hostileValues, idsOf } from '../../../test/support/hostile.ts';
import { subjectsFrom } from '../../../test/support/screen.ts';
import { format } from './index.ts';

const KEYS = [
  'pipelines',
  'default',
  'branches',
  'tags',
  'pull-requests',
  'custom',
  'definitions',
  'imports',
  'import',
  'services',
  'image',
  'name',
  'step',
  'stage',
  'parallel',
  'steps',
  'script',
  'after-script',
  'pipe',
  'variables',
  'deployment',
  'trigger',
  'condition',
  'changesets',
  'includePaths',
  'on-fail',
  'strategy',
  'type',
  'clone',
  'enabled',
  'oidc',
  'triggers',
  'repository-push',
  'a',
  '__proto__',
  'constructor',
];
const TEXTS = [
  'kubectl apply -f x -n $A',
  'helm upgrade a b --set image.tag=$BITBUCKET_COMMIT',
  'npm test || true',
  'export A=$B; export B=$A',
  'atlassian/aws-s3-deploy:1',
  'docker://@:',
  'constructor',
  '__proto__',
  'a@a',
  'bitbucket-pipelines.yml',
  '../../etc/passwd.yml',
  'production',
  'manual',
  'pipeline',
  'ignore',
];
const value = hostileValues(KEYS, TEXTS);
const file = fc.dictionary(fc.constantFrom(...KEYS), value, { maxKeys: 6 });
const step = fc.dictionary(fc.constantFrom(...KEYS), value, { maxKeys: 6 }).map((one) => ({ step: one }));

it('reads whatever stands where without throwing, and gives every subject an id of its own', async () => {
  await fc.assert(
    fc.asyncProperty(file, file, fc.array(step, { maxLength: 4 }), async (root, custom, steps) => {
      const subjects = await subjectsFrom(format, {
        'bitbucket-pipelines.yml': JSON.stringify({
          ...root,
          pipelines: { default: steps, custom, branches: { a: [{ stage: { deployment: 'a', steps } }] } },
        }),
      });
      const ids = idsOf(subjects);
      expect(new Set(ids).size).toBe(ids.length);
    }),
    { numRuns: 500 },
  );
});

const times = (count: number, line: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => line(index)).join('');

it.each<[what: string, text: string]>([
  [
    'thousands of deploys one after another',
    `pipelines:\n  default:\n${times(5_000, (i) => `  - step: { name: s${i}, deployment: production, trigger: manual, script: [kubectl apply -f x] }\n`)}`,
  ],
  [
    'thousands of deploys beside one another, again and again',
    `pipelines:\n  default:\n${times(4, () => `  - parallel:\n${times(500, (i) => `    - step: { name: s${i}, script: [kubectl apply -f x] }\n`)}`)}`,
  ],
  [
    'a stage of many steps under many conditions',
    `pipelines:\n  default:\n  - stage:\n      deployment: production\n      steps:\n${times(2_000, (i) => `      - step: { condition: { changesets: { includePaths: [p${i}] } }, script: [npm run x] }\n`)}`,
  ],
  [
    'pipelines that start one another',
    `pipelines:\n  custom:\n${times(100, (i) => `    p${i}: [${times(30, (n) => `{ step: { type: pipeline, custom: p${(i + n) % 100} } },`)}]\n`)}`,
  ],
  [
    'imports that follow one another',
    `definitions:\n  imports: { me: bitbucket-pipelines.yml }\n  pipelines:\n${times(1_000, (i) => `    p${i}: { import: p${i + 1}@me }\n`)}pipelines: { default: { import: p0@me } }\n`,
  ],
  [
    'variables that repeat one another',
    `pipelines: { default: [{ step: { script: [${times(20, (i) => `"export V${i}='${`$V${i + 1}`.repeat(20)}'",`)} "helm upgrade a b --set tag=$V0"] } }] }\n`,
  ],
  [
    'long names of pipes',
    JSON.stringify({
      pipelines: {
        default: [{ step: { script: [{ pipe: `a/${':'.repeat(100_000)}` }, '`'.repeat(100_000)] } }],
      },
    }),
  ],
])('is not slowed down by %s', async (_, text) => {
  const before = process.cpuUsage();
  await subjectsFrom(format, { 'bitbucket-pipelines.yml': text });
  expect(process.cpuUsage(before).user / 1e6).toBeLessThan(10);
});
