import { expect, it } from 'vitest';
import { discoverAll } from '../../test/support/discover.ts';
import { memoryHost } from '../io/index.ts';

const lines = (count: number, line: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => line(i)).join('');
const crontab = (jobs: number): string => `# ours\n${lines(jobs, () => '5 4 * * * /b\n')}`;
const plan = (resources: number): string =>
  JSON.stringify({
    format_version: '1.2',
    terraform_version: '1.9.0',
    resource_changes: Array.from({ length: resources }, () => ({ address: 'a.b', change: { after: {} } })),
  });

const dashboard = (panels: number): string =>
  JSON.stringify({
    title: 'x',
    schemaVersion: 39,
    panels: Array.from({ length: panels }, () => ({
      type: 'stat',
      targets: [{ expr: 'up' }],
      look: Array(9).fill(0),
    })),
  });

/** What discovery says of files, and which of them formats got. */
async function told(files: Readonly<Record<string, string>>): Promise<unknown> {
  const found = await discoverAll(memoryHost(files));
  return {
    said: found.diagnostics.map(({ level, code, message }) => `${level} ${code}: ${message}`),
    unread: found.files.filter(({ unreadable }) => unreadable).map(({ path, formats }) => [path, ...formats]),
    claimed: [...found.claimed.keys()],
  };
}

const message = (count: string, most: number, line: number): string =>
  `error io/too-many-entries: The file was not judged: it has ${count} entries, and at most ${most} are judged of one file, which line ${line} passes.`;

it.each([
  // A job is an entry itself, and has two more; the lists of jobs and variables are two.
  ['crontab', crontab(26_666), 80_000, undefined, '80000'],
  ['crontab', crontab(30_000), 80_000, 26_668, '90002'],
  ['main.tf', lines(7_501, () => 'resource "a" "b" {\n  c = 1\n}\n'), 30_000, 22_501, '30004'],
  ['main.tf', `locals {\n  a = [\n${lines(40_000, () => '    { b = 1 },\n')}]\n}\n`, 30_000, 15_002, '80002'],
  ['runbook.md', lines(25_001, () => '# a\n\ntext\n\n'), 50_000, 100_001, '50002'],
  ['CODEOWNERS', lines(50_001, () => '/a @b\n'), 50_000, 50_001, '50001'],
  [
    '.gitlab-ci.yml',
    lines(10_000, (i) => `j${i}: {script: a}\n`) + 'z: {script: a}\n',
    20_000,
    10_001,
    '20002',
  ],
  [
    'cfn.yaml',
    `Resources:\n${lines(15_000, (i) => `  B${i}: {Type: "AWS::S3::Bucket"}\n`)}`,
    30_000,
    15_001,
    '30001',
  ],
  ['dashboard.json', dashboard(15_000), 30_000, undefined, ''],
  ['dashboard.json', dashboard(15_001), 30_000, 1, '30002'],
  ['plan.json', plan(20_001), 20_000, 1, '20001'],
  ['pod.yaml', lines(20_000, () => '---\napiVersion: v1\nkind: Pod\nspec: {a: b}\n'), 80_000, undefined, ''],
  [
    'pod.yaml',
    lines(20_000, () => '---\napiVersion: v1\nkind: Pod\nspec: {a: [b]}\n'),
    80_000,
    64_002,
    '100000',
  ],
])(
  'judges %s up to a limit of entries, and says which line passes it (%#)',
  async (path, text, most, line, count) => {
    expect(await told({ [path]: text })).toMatchObject(
      line === undefined
        ? { said: [], unread: [], claimed: [expect.any(String)] }
        : { said: [message(count, most, line)], unread: [[path]], claimed: [] },
    );
  },
);

it('counts what aliases repeat, of which the parser allows only so much', async () => {
  const bomb = Array.from(
    { length: 9 },
    (_, i) =>
      `a${i}: &a${i} [${Array(10)
        .fill(i ? `*a${i - 1}` : 'x')
        .join()}]`,
  );
  expect(await told({ 'pod.yaml': ['apiVersion: v1', 'kind: Pod', ...bomb].join('\n') })).toMatchObject({
    said: [message('123501', 80_000, 3)],
    unread: [['pod.yaml']],
  });
});

it('lets files be that nobody judges', async () => {
  expect(await told({ 'data.json': JSON.stringify(Array(200_000).fill(0)) })).toMatchObject({
    said: [],
    unread: [],
  });
});
