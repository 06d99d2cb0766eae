import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderOf, planproof } from '../support/cli.ts';

const AS_OF = ['--as-of', '2026-11-24'] as const;
const DRIFT = ['webshop', 'webshop-drifted', ...AS_OF] as const;

describe('planproof plan diff', () => {
  it('tells what drifted between two versions: in the plan, and in what the files show of it', () => {
    const { stdout, stderr, code } = planproof('fixtures', 'plan', 'diff', ...DRIFT);
    expect({ stderr, code }).toEqual({ stderr: '', code: 0 });
    expect(stdout.startsWith('Webshop 2.0, version 3 → Webshop 2.0, version 4\n')).toBe(true);
    expect(stdout).toContain(`  ! environments[staging].region
      was shown, is not so
      Environment staging is planned in eu-central-1 and provisioned in eu-west-1.
      webshop/deployment-plan.yaml:64:13 → webshop-drifted/deployment-plan.yaml:64:13
`);
    expect(stdout).toContain('  + environments[load-test].name: load-test\n');
    expect(stdout).toMatch(
      /\n[1-9]\d* changed, [1-9]\d* added, [1-9]\d* removed; evidence of [1-9]\d* others changed; [1-9]\d* criteria changed\.\n$/,
    );
    expect(planproof('fixtures', 'plan', 'diff', ...DRIFT).stdout).toBe(stdout);
  });

  it('tells the same of folders, of plans, and of reports that checks wrote', () => {
    const folder = folderOf({ 'keep.txt': '' });
    const [before, after] = ['before.json', 'after.json'].map((name) => join(folder, name));
    planproof('fixtures', 'check', 'webshop', ...AS_OF, '--exit-zero', '-o', `json=${before}`);
    planproof('fixtures', 'check', 'webshop-drifted', ...AS_OF, '--exit-zero', '-o', `json=${after}`);
    const { stdout } = planproof('fixtures', 'plan', 'diff', ...DRIFT);
    expect(planproof('fixtures', 'plan', 'diff', before ?? '', after ?? '').stdout).toBe(stdout);
    const plans = ['webshop/deployment-plan.yaml', 'webshop-drifted/deployment-plan.yaml'];
    expect(planproof('fixtures', 'plan', 'diff', ...plans, ...AS_OF).stdout).toBe(stdout);
  });

  it('writes Markdown and JSON to files, and tells with --exit-code that something changed', () => {
    const folder = folderOf({ 'keep.txt': '' });
    const [markdown, json] = [join(folder, 'a.md'), join(folder, 'a.json')];
    const outputs = ['-o', `markdown=${markdown}`, '-o', `json=${json}`];
    const { stdout, code } = planproof('fixtures', 'plan', 'diff', ...DRIFT, ...outputs, '--exit-code');
    expect({ stdout, code }).toEqual({ stdout: '', code: 1 });
    expect(readFileSync(markdown, 'utf8')).toContain('eu-west-1');
    const { counts } = JSON.parse(readFileSync(json, 'utf8')) as { counts: Record<string, number> };
    expect(Object.values(counts).every((count) => count > 0)).toBe(true);
  });

  it('finds nothing between a plan and itself', () => {
    const { stdout, code } = planproof('fixtures', 'plan', 'diff', 'bank', 'bank', ...AS_OF, '--exit-code');
    expect(stdout).toContain(
      '\n0 changed, 0 added, 0 removed; evidence of 0 others changed; 0 criteria changed.\n',
    );
    expect(code).toBe(0);
  });

  it.each([
    ['one argument', ['bank'], "error: missing required argument 'after'"],
    ['a path that is not there', ['bank', 'x'], 'error: There is no file or folder "x".'],
    ['a folder with several plans', ['bank', '.'], 'deployment plans: bank'],
    ['a folder without one', ['bank', 'bank/docs'], 'error: There is no deployment plan at "bank/docs".'],
    [
      'Markdown that is no plan',
      ['bank', 'bank/README.md'],
      'error: "bank/README.md" is not a deployment plan.',
    ],
    ['a format that is none', ['bank', 'bank', '-o', 'html'], 'error: There is no report format "html".'],
  ])('ends with 2 for %s, and writes nothing', (_, args, message) => {
    const { stdout, stderr, code } = planproof('fixtures', 'plan', 'diff', ...args);
    expect(stderr).toContain(message);
    expect({ stdout, code }).toEqual({ stdout: '', code: 2 });
  });
});
