import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderOf, planproof } from '../support/cli.ts';

const FILES = {
  'prod/pod.yaml':
    'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: shop\nspec:\n  template:\n    spec:\n      containers: [{ name: shop, image: shop:1.0 }]\n',
};

describe('planproof plan new', () => {
  it('writes a draft to the standard output, and counts on the other stream', () => {
    const { stdout, stderr, code } = planproof(folderOf(FILES), 'plan', 'new', '--title', 'Shop');
    expect(stdout).toContain('title: Shop');
    expect(stdout).toContain('    - name: shop # from prod/pod.yaml:4\n');
    expect(stderr).toMatch(/^\d+ statements from 1 file; complete the TODOs\.\n$/);
    expect(code).toBe(0);
  });

  it('tells paths from the one folder that is named, where the plan is to lie', () => {
    const { stdout } = planproof(
      folderOf({ 'shop/prod/pod.yaml': FILES['prod/pod.yaml'] }),
      'plan',
      'new',
      'shop',
    );
    expect(stdout).toContain("title: shop # from the folder's name\n");
    expect(stdout).toContain('        - prod/pod.yaml # from prod/pod.yaml:4\n');
  });

  it('writes a file, and overwrites one only when it is told to', () => {
    const folder = folderOf(FILES);
    const file = join(folder, 'deployment-plan.yaml');
    expect(planproof(folder, 'plan', 'new', '-o', 'deployment-plan.yaml').code).toBe(0);
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, 'mine');
    const { stderr, code } = planproof(folder, 'plan', 'new', '-o', 'deployment-plan.yaml');
    expect(stderr).toContain('error: "deployment-plan.yaml" is there already.');
    expect(code).toBe(2);
    expect(readFileSync(file, 'utf8')).toBe('mine');
    expect(planproof(folder, 'plan', 'new', '-o', 'deployment-plan.yaml', '--force').code).toBe(0);
    expect(readFileSync(file, 'utf8')).toBe(text);
  });

  it('names files that could not be read, since the draft may lack what stands in them', () => {
    const folder = folderOf({ ...FILES, 'broken.yaml': 'a: [1, 2\nb: }\n' });
    const { stdout, stderr } = planproof(folder, 'plan', 'new');
    expect(stderr).toContain('broken.yaml:');
    expect(stdout).toContain('shop');
  });

  it('drafts nothing that the files contradict: beside the files of the webshop, no rule finds more than gaps', () => {
    const folder = folderOf({});
    cpSync('fixtures/webshop', folder, { recursive: true });
    rmSync(join(folder, 'deployment-plan.yaml'));
    expect(existsSync(join(folder, 'deployment-plan.yaml'))).toBe(false);
    expect(planproof(folder, 'plan', 'new', '-o', 'deployment-plan.yaml').code).toBe(0);
    const { stdout } = planproof(folder, 'check', '-o', 'json', '--exit-zero', '--as-of', '2026-11-24');
    const report = JSON.parse(stdout) as { findings: { rule: string; message: string }[] };
    const told = new Set(report.findings.map(({ rule, message }) => `${rule}: ${message}`));
    // What a plan lacks is what the draft leaves to do; nothing else may be found.
    const lacks = /^plan\/(?:complete|reviewed|budget-sufficient)|^rollback\/planned-for-every-environment/;
    expect([...told].filter((one) => !lacks.test(one)).sort()).toEqual([
      // No file but the plan says that the database of the module "database" is what monitoring calls orders-db.
      'observability/components-measured: Nothing collects metrics of database.',
    ]);
  });
});
