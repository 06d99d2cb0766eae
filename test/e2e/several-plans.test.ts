import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { folderOf, planproof } from '../support/cli.ts';

const plan = (title: string, due: string): string => `apiVersion: planproof/v1
kind: DeploymentPlan
title: ${title}
environments:
  - { name: production, purpose: production }
timeline:
  milestones:
    - { id: a, title: First, due: ${due}, dependsOn: [b] }
    - { id: b, title: Second, due: 2026-01-20 }
`;
const WEB = 'resource "aws_security_group" "web" {\n  name = "web"\n}\n';
const FILES = {
  'shop/deployment-plan.yaml': plan('Shop', '2026-01-10'),
  'shop/main.tf': WEB,
  'bank/plan.md': `---\n${plan('Bank', '2026-03-01')}---\n# Bank\n`,
  'bank/main.tf': WEB,
  'shared/main.tf': WEB,
};
const FEW = ['--as-of', '2026-01-01', '--rules', 'plan/milestones-in-order'];

describe('several plans in one repository', () => {
  it('are judged each with its own folder and what no plan owns, and the worst decides the exit code', () => {
    const { stdout, code } = planproof(folderOf(FILES), 'check', ...FEW);
    const lines = stdout.replace(/\d+ subjects, \d+ checks?/g, '…').split('\n');
    expect(
      lines.filter((line) => /^Plan |^Checked|files examined|: (?:failed|passed|not-)|error /.test(line)),
    ).toMatchInlineSnapshot(`
      [
        "Plan 1 of 2: bank/plan.md",
        "3 of 3 files examined, …, as of 2026-01-01, only the plan's own files and shared",
        "Plan 2 of 2: shop/deployment-plan.yaml",
        "shop/deployment-plan.yaml:8:58  error  plan/milestones-in-order",
        "Failed: 1 finding of severity error or higher. 5 criteria are not assessed: devops-practices,",
        "3 of 3 files examined, …, as of 2026-01-01, only the plan's own files and shared",
        "bank/plan.md: not-assessed",
        "shop/deployment-plan.yaml: failed",
      ]
    `);
    expect(code).toBe(1);
  });

  it('have a file each for every report, and none on the standard output but the console', () => {
    const folder = folderOf(FILES);
    expect(planproof(folder, 'check', ...FEW, '-o', 'json=out/report.json').code).toBe(1);
    expect(readdirSync(`${folder}/out`)).toEqual(['report-bank.json', 'report-shop.json']);
    expect(planproof(folder, 'check', ...FEW, '-o', 'sarif')).toMatchInlineSnapshot(`
      {
        "code": 2,
        "stderr": "error: There are 2 deployment plans, and their reports as sarif cannot go to the standard output together.
      Write files, as in "-o sarif=report", which gives one for each plan; or name the file of one plan.
      ",
        "stdout": "",
      }
    `);
  });

  it('must be chosen from when they lie in one folder', () => {
    const folder = folderOf({ 'a.yaml': plan('A', '2026-03-01'), 'b.yaml': plan('B', '2026-03-01') });
    expect(planproof(folder, 'check', ...FEW)).toMatchInlineSnapshot(`
      {
        "code": 2,
        "stderr": "error: There are 2 deployment plans: a.yaml, b.yaml.
      Choose one: name its file, or the folder of one deployment.
      ",
        "stdout": "",
      }
    `);
  });

  it('are each checked alone, with a file each for every report, and the worst decides the exit code', () => {
    const plans = {
      'bank/deployment-plan.yaml': plan('Bank', '2026-03-01'),
      'shop/deployment-plan.yaml': plan('Shop', '2026-01-10'),
    };
    const folder = folderOf(plans);
    const only = ['--as-of', '2026-01-01', '--rules', 'plan/milestones-in-order'];
    const { stdout, code } = planproof(folder, 'plan', 'check', ...only);
    expect(stdout.split('\n').filter((line) => /^Plan |yaml: |error {2}/.test(line))).toEqual([
      'Plan 1 of 2: bank/deployment-plan.yaml',
      'Plan 2 of 2: shop/deployment-plan.yaml',
      'shop/deployment-plan.yaml:8:58  error  plan/milestones-in-order',
      'bank/deployment-plan.yaml: passed',
      'shop/deployment-plan.yaml: failed',
    ]);
    expect(code).toBe(1);
    expect(planproof(folder, 'plan', 'check', 'bank', ...only).code).toBe(0);
    planproof(folder, 'plan', 'check', ...only, '-o', 'json=out/alone.json');
    expect(readdirSync(`${folder}/out`)).toEqual(['alone-bank.json', 'alone-shop.json']);
    const broken = { ...plans, 'bank/deployment-plan.yaml': plan('Bank', '2026-02-31') };
    expect(planproof(folderOf(broken), 'plan', 'check', ...only).code).toBe(2);
  });

  it('must be chosen from to be rendered or compared', () => {
    const folder = folderOf(FILES);
    const told = 'There are 2 deployment plans: bank/plan.md, shop/deployment-plan.yaml.';
    for (const call of [['render'], ['diff', '.', '.']]) {
      const { stderr, code } = planproof(folder, 'plan', ...call);
      expect(stderr).toContain(told);
      expect(code).toBe(2);
    }
    const rendered = planproof(folder, 'plan', 'render', '--plan', 'bank/plan.md');
    expect([rendered.code, rendered.stdout.split('\n')[0]]).toEqual([0, '# Bank']);
    const compared = planproof(
      folder,
      'plan',
      'diff',
      'bank/plan.md',
      'shop/deployment-plan.yaml',
      '-o',
      'markdown',
    );
    expect(compared.code).toBe(0);
    expect(compared.stdout).toContain('Shop');
  });
});
