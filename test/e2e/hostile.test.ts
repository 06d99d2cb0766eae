import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderOf, planproof } from '../support/cli.ts';

const POD =
  'apiVersion: v1\nkind: Pod\nmetadata:\n  name: shop\nspec:\n  containers:\n    - name: shop\n      image: shop:1.0\n      securityContext:\n        privileged: true\n';
const RULE = ['--rules', 'workload/containers-not-privileged'] as const;

interface Json {
  readonly findings: readonly { readonly location: { readonly path: string } }[];
  readonly diagnostics: readonly { readonly path: string; readonly code: string; readonly level: string }[];
  readonly files: readonly { readonly path: string; readonly status: string; readonly reason?: string }[];
}

function check(folder: string): Json {
  const { stdout, stderr, code } = planproof(folder, 'check', ...RULE, '-o', 'json');
  expect({ stderr, crashed: code === null || code >= 70 }).toEqual({ stderr: '', crashed: false });
  return JSON.parse(stdout) as Json;
}

const BAD_FILES: Readonly<Record<string, string | Uint8Array>> = {
  'empty.yaml': '',
  'empty.tf': '',
  'empty.json': '',
  'empty.md': '',
  'truncated.yaml': 'apiVersion: v1\nkind: "Po',
  'truncated.tf': 'resource "aws_s3_bucket" "a" {\n  bucket = "x',
  'truncated.json': '{"a": [1, 2',
  'binary.yaml': Uint8Array.from({ length: 4096 }, (_, i) => (i * 7) % 256),
  'latin1.yaml': Uint8Array.from([0x6e, 0x3a, 0x20, 0xe4, 0x0a]),
  'utf16.yaml': Uint8Array.from([0xff, 0xfe, ...Buffer.from('a: 1\n', 'utf16le')]),
  'bom.yaml': `\ufeff${POD}`,
  'crlf.yaml': POD.replaceAll('\n', '\r\n'),
  'cycle.yaml': 'a: &a\n  b: *a\n',
  'bomb.yaml': [
    'a: &a [x,x,x,x,x,x,x,x,x,x]',
    ...'bcdefghij'
      .split('')
      .map((name, i) => `${name}: &${name} [${Array(10).fill(`*${'abcdefghij'[i]!}`).join(',')}]`),
  ].join('\n'),
  'duplicate.yaml': 'a: 1\na: 2\n',
  'deep.yaml': '['.repeat(10_000),
  'deep.json': '['.repeat(10_000),
  'deep.tf': `a = ${'('.repeat(10_000)}`,
  'deep.md': `${'> '.repeat(5_000)}x`,
  'braces.tf': 'a {\n'.repeat(2_000),
  'blocks.tf': `${'a {\n'.repeat(2_000)}${'}\n'.repeat(2_000)}`,
  'duplicates.json': `{"a": 0${',"a": 1'.repeat(200_000)}}`,
  'duplicates.yaml': 'a: 1\n'.repeat(200_000),
  'placeholders.md': 'TODO <TBD> '.repeat(20_000),
  '::stop-commands::x.tf': 'a = \n',
  'proto.json': '{"__proto__": {"polluted": true}, "constructor": 1}',
};

describe('bad input', () => {
  it.each(Object.entries(BAD_FILES))(
    '%s costs at most its own file, and the run goes on',
    (name, content) => {
      const report = check(folderOf({ [name]: content, 'zz-good.yaml': POD }));
      expect(report.findings.map(({ location }) => location.path)).toContain('zz-good.yaml');
      expect(report.files.find(({ path }) => path === name)).toBeDefined();
      expect(report.diagnostics.filter(({ path }) => path !== name)).toEqual([]);
    },
  );

  it('that is too large is named, not read', () => {
    const report = check(folderOf({ 'huge.yaml': 'a: 1\n'.repeat(4_000_000), 'good.yaml': POD }));
    expect(report.diagnostics).toMatchObject([{ path: 'huge.yaml', code: 'io/too-large', level: 'error' }]);
    expect(report.findings).toHaveLength(1);
  });

  it('that holds more than is judged of one file counts as unread, and costs no more than its reading', () => {
    const jobs = '5 4 * * * pg_dump -Fc shop > /backup/shop.dump\n'.repeat(60_000);
    const report = check(folderOf({ crontab: jobs, 'good.yaml': POD }));
    expect(report.diagnostics).toMatchObject([
      { path: 'crontab', code: 'io/too-many-entries', level: 'error' },
    ]);
    expect(report.files.map(({ path, status }) => [path, status])).toEqual([
      ['crontab', 'unreadable'],
      ['good.yaml', 'examined'],
    ]);
    expect(report.findings).toHaveLength(1);
  });

  it('behind links is not followed, in loops or out of the root', () => {
    const folder = folderOf({ 'root/good.yaml': POD, 'secret.yaml': POD });
    symlinkSync('.', join(folder, 'root/loop'));
    symlinkSync('../secret.yaml', join(folder, 'root/out.yaml'));
    symlinkSync('/', join(folder, 'root/slash'));
    const report = check(join(folder, 'root'));
    expect(report.findings.map(({ location }) => location.path)).toEqual(['good.yaml']);
    expect(report.files.filter(({ status }) => status === 'not-examined').map(({ path }) => path)).toEqual([
      'loop',
      'out.yaml',
      'slash',
    ]);
  });

  it.skipIf(process.getuid?.() === 0)('that may not be read is named', () => {
    const folder = folderOf({ 'locked.yaml': POD, 'good.yaml': POD });
    chmodSync(join(folder, 'locked.yaml'), 0);
    expect(check(folder).diagnostics).toMatchObject([{ path: 'locked.yaml', code: 'io/denied' }]);
  });

  it('with hostile names stays text in every report', () => {
    const folder = folderOf({ '::error::x.yaml': 'a: ]\n' });
    const name = 'a\n::error::b\u001b[31m"<script>alert(1)<script>&\u202e.yaml';
    mkdirSync(join(folder, 'x'));
    writeFileSync(join(folder, 'x', name), POD);
    expect(check(folder).findings).toHaveLength(1);
    const { stdout: screen } = planproof(folder, 'check', ...RULE);
    expect(screen).not.toMatch(/\u001b|\u202e|^\s*::/mu);
    const { stdout: html } = planproof(folder, 'check', ...RULE, '-o', 'html');
    expect(html).not.toContain('<script>alert(1)');
    const { stdout: sarif } = planproof(folder, 'check', ...RULE, '-o', 'sarif-github');
    expect(() => JSON.parse(sarif) as unknown).not.toThrow();
  });
});
