import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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

  it.each([
    ['bank', ['observability/infrastructure-alerted: No alert is on backups that fail or are not made.']],
    // Two backups of one database, which differ: the plan must say which counts.
    ['factory', ['recovery/backups-planned: Backups of orders are made, and the plan does not state them.']],
    ['startup', ['observability/components-measured: Nothing collects metrics of invoices-db.']],
    [
      'warehouse',
      ['observability/infrastructure-alerted: No alert is on backups that fail or are not made.'],
    ],
    // No file but the plan says that the database of the module "database" is what monitoring calls orders-db.
    ['webshop', ['observability/components-measured: Nothing collects metrics of database.']],
  ])(
    'drafts nothing that the files contradict: beside those of the %s, no rule finds more than gaps',
    (story, gaps) => {
      const folder = copyWithoutPlan(story);
      expect(planproof(folder, 'plan', 'new', '-o', 'deployment-plan.yaml').code).toBe(0);
      const { stdout } = planproof(folder, 'check', '-o', 'json', '--exit-zero', '--as-of', '2026-11-24');
      const report = JSON.parse(stdout) as { findings: { rule: string; message: string }[] };
      const told = new Set(report.findings.map(({ rule, message }) => `${rule}: ${message}`));
      // What a plan lacks is what the draft leaves to do; nothing else may be found.
      const lacks = /^plan\/(?:complete|reviewed|budget-sufficient)|^rollback\/planned-for-every-environment/;
      expect([...told].filter((one) => !lacks.test(one)).sort()).toEqual(gaps);
    },
  );

  it('names environments as jobs do, clusters of operators as components, and documents by what leads to them', () => {
    const { stdout } = planproof(copyWithoutPlan('factory'), 'plan', 'new');
    expect(stdout.match(/^ {2}- name: .*(?= # )/gm)).toEqual([
      '  - name: dev',
      '  - name: staging',
      '  - name: production',
    ]);
    expect(stdout).toMatch(
      /^ {4}- name: orders # from kubernetes\/dev\/orders\.yaml:\d+\n {6}kind: database #/m,
    );
    expect(stdout).toContain('        procedure: docs/rollback.adoc #');
    expect(stdout).toContain('    procedure: docs/incident-response.adoc #');
    expect(stdout).toContain('  runbooks:\n    - docs/dispatch.adoc #');
  });

  it('says once what one place says of several environments, and where logs go by what keeps them', () => {
    const { stdout } = planproof(copyWithoutPlan('warehouse'), 'plan', 'new');
    expect(stdout.match(/- title: Warehouse/g)).toHaveLength(1);
    expect(stdout.match(/the alert google_monitoring_alert_policy\.reports_errors,/g)).toHaveLength(1);
    expect(stdout).toContain('    destination: cloud-logging #');
  });
});

/** A story's files, for which a plan is to be drafted. */
function copyWithoutPlan(story: string): string {
  const folder = folderOf({});
  cpSync(`fixtures/${story}`, folder, { recursive: true });
  for (const plan of ['deployment-plan.yaml', 'deployment-plan.md'])
    rmSync(join(folder, plan), { force: true });
  return folder;
}
