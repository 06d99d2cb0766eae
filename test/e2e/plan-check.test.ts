import { describe, expect, it } from 'vitest';
import { folderOf, planproof } from '../support/cli.ts';

const PLAN = `apiVersion: planproof/v1
kind: DeploymentPlan
title: Shop
environments:
  - { name: production, purpose: production }
documents:
  runbooks: [docs/missing.md]
timeline:
  start: 2026-02-01
  release: 2026-01-31
  milestones:
    - { id: a, title: First, due: 2026-01-10, dependsOn: [b] }
    - { id: b, title: Second, due: 2026-01-20 }
`;

const FEW = ['--rules', 'plan/milestones-in-order,plan/dates-consistent'];

describe('planproof plan check', () => {
  it('judges the plan alone: findings at their places, criteria that no file was looked at for, exit code 1', () => {
    const { stdout, stderr, code } = planproof(
      folderOf({ 'deployment-plan.yaml': PLAN }),
      ...['plan', 'check', '--as-of', '2026-01-01', '--rules', 'plan/milestones-in-order,documentation/*'],
    );
    expect(stdout).toMatchInlineSnapshot(`
      "deployment-plan.yaml:12:58  error  plan/milestones-in-order
        Milestone a is due on 2026-01-10, before b, which it depends on and which is due on 2026-01-20.

          11 │   milestones:
        > 12 │     - { id: a, title: First, due: 2026-01-10, dependsOn: [b] }
             │                                                          ^^^
          13 │     - { id: b, title: Second, due: 2026-01-20 }

        To fix: Move one of the dates, or correct the dependency.

      Criteria
        Criterion            State             examined  passed  violated  undecided  waived
      ? devops-practices     not assessed             0       0         0          0       0
      ? security-compliance  not assessed             0       0         0          0       0
      ? delivery-pipeline    not assessed             0       0         0          0       0
      ? monitoring-alerting  not assessed             0       0         0          0       0
      ? rollback             not assessed             0       0         0          0       0
      ✗ timeline-resources   not met                  2       1         1          0       0
          Violated once: Milestones come after what they depend on.
      ? not assessed: Files not looked at.

      1 finding (1 error)
      Failed: 1 finding of severity error or higher.
      1 of 1 file examined, 5 subjects, 2 checks, as of 2026-01-01, only the plan itself, without the
      files; rules plan/milestones-in-order, documentation/*.
      → Fix the findings above; "planproof explain plan/milestones-in-order" tells why, and what to do.
      "
    `);
    expect({ stderr, code }).toEqual({ stderr: '', code: 1 });
  });

  it('passes a plan that holds, though no criterion is assessed', () => {
    const { stdout, code } = planproof('fixtures', 'plan', 'check', 'webshop', '--as-of', '2026-11-24');
    expect(stdout).toContain('timeline-resources   not assessed');
    expect(stdout).toContain('Files not looked at');
    expect(stdout).not.toContain('Undecided');
    expect(code).toBe(0);
  });

  it('looks at no other file: one that is broken, and one that the plan names and is not there, do not matter', () => {
    const folder = folderOf({
      'deployment-plan.yaml': PLAN.replace(/timeline:[\s\S]*/, ''),
      'broken.yaml': 'a: [1, 2\nb: }\n',
    });
    const { stdout, code } = planproof(folder, 'plan', 'check', ...FEW, '--rules', 'documentation/*');
    expect(stdout).not.toContain('missing.md');
    expect(stdout).toContain('1 of 1 file examined');
    expect(code).toBe(0);
  });

  it('finds a plan by what it says of itself, where none has the name', () => {
    const folder = folderOf({ 'plans/shop.yaml': PLAN, 'plans/other.yaml': 'a: 1\n' });
    expect(planproof(folder, 'plan', 'check', '--exit-zero').stdout).toContain('plans/shop.yaml:3:8');
    expect(planproof(folder, 'plan', 'check', 'plans/shop.yaml', '--exit-zero').code).toBe(0);
  });

  it('reports a plan with mistakes, and judges what can be read of it all the same; exit code 2', () => {
    const folder = folderOf({ 'deployment-plan.yaml': PLAN.replace('title: Shop', 'titel: Shop') });
    const { stdout, code } = planproof(folder, 'plan', 'check', '--exit-zero');
    expect(stdout).toContain('"titel"');
    expect(stdout).toContain('plan/milestones-in-order');
    expect(code).toBe(2);
  });

  it.each([
    ['no plan', { 'a.yaml': 'a: 1\n' }, [], 'error: There is no deployment plan at ".".'],
    ['another file', { 'a.yaml': 'a: 1\n' }, ['a.yaml'], 'error: "a.yaml" is not a deployment plan.'],
    [
      'a file that cannot be read',
      { 'a.yaml': 'kind: DeploymentPlan\ntitle: "x\n' },
      ['a.yaml'],
      'error: The deployment plan "a.yaml" cannot be used.',
    ],
    ['a path that is not there', {}, ['x.yaml'], 'error: There is no file or folder "x.yaml".'],
  ])('ends with 2 for %s', (_, files, args, message) => {
    const { stderr, code } = planproof(folderOf(files), 'plan', 'check', ...args);
    expect(stderr).toContain(message);
    expect(code).toBe(2);
  });

  it('names what makes a plan where there is none, and no option that it does not take', () => {
    const { stderr } = planproof(folderOf({ 'a.yaml': 'a: 1\n' }), 'plan', 'check');
    expect(stderr).toBe(
      'error: There is no deployment plan at ".".\nCheck the path, or draft a plan with "planproof plan new -o deployment-plan.yaml".\n',
    );
  });

  it('writes every report, takes waivers and limits from the configuration, and honors --fail-on', () => {
    const folder = folderOf({
      'deployment-plan.yaml': PLAN,
      'planproof.yaml':
        'skipRules: [plan/dates-consistent]\nwaivers:\n  - { rules: [plan/milestones-in-order], reason: The dates are being talked about., approver: jane, until: 2027-01-01 }\n',
    });
    const { stdout, code } = planproof(
      folder,
      'plan',
      'check',
      '-o',
      'json',
      ...FEW,
      '--as-of',
      '2026-01-01',
    );
    const report = JSON.parse(stdout) as { findings: { rule: string; waiver?: unknown }[] };
    expect(report.findings.map(({ rule, waiver }) => [rule, waiver !== undefined])).toEqual([
      ['plan/milestones-in-order', true],
    ]);
    expect(code).toBe(0);
    expect(planproof(folder, 'plan', 'check', '--rules', 'plan/complete', '--fail-on', 'warning').code).toBe(
      1,
    );
  });
});
