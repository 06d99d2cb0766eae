import { describe, expect, it } from 'vitest';
import { folderOf, planproof } from '../support/cli.ts';

const PLAN = `apiVersion: planproof/v1
kind: DeploymentPlan
title: Shop
environments:
  - { name: production, purpose: production }
timeline:
  start: 2026-02-31
  release: 2026-01-31
  timeZone: CEST
  freezes: [{ from: 2026-01-15, to: 2026-02-15 }]
criteria:
  rollback: { applicable: false, reason: There is nothing to go back to. }
`;
const RULES = ['--rules', 'plan/release-outside-freeze,plan/dates-consistent', '--as-of', '2026-01-01'];

describe('a check with a plan that has mistakes', () => {
  it('reports what can be judged, meets no criterion, names the mistakes, and exits with 2', () => {
    const { stdout, stderr, code } = planproof(
      folderOf({ 'deployment-plan.yaml': PLAN }),
      'check',
      ...RULES,
      '--exit-zero',
    );
    expect(stdout).toContain(
      'The release on 2026-01-31 falls into the freeze from 2026-01-15 to 2026-02-15.',
    );
    expect(stdout).toContain('"2026-02-31" is not a day of the calendar.');
    expect(stdout).toMatch(/\? rollback +not assessed/);
    expect(stderr).toContain('Write dates as YYYY-MM-DD: 2026-12-07.');
    expect(stderr).toContain('Write a name of the IANA time zone database');
    expect(stderr).toContain('error: The deployment plan "deployment-plan.yaml" has 3 mistakes');
    expect(code).toBe(2);
  });

  it('does not call a criterion met that rests on it', () => {
    const mended = PLAN.replace('from: 2026-01-15', 'from: 2026-02-01');
    const { stdout } = planproof(folderOf({ 'deployment-plan.yaml': mended }), 'check', ...RULES);
    expect(stdout).toMatch(/\? timeline-resources +not assessed/);
    expect(stdout).toContain('The plan has mistakes, and cannot be relied on before they are mended.');
  });

  it('writes the other reports, too', () => {
    const { stdout } = planproof(folderOf({ 'deployment-plan.yaml': PLAN }), 'check', ...RULES, '-o', 'json');
    const report = JSON.parse(stdout) as { diagnostics: { code: string }[]; findings: { rule: string }[] };
    expect(report.diagnostics.map(({ code }) => code)).toEqual([
      'plan/date',
      'plan/time-zone',
      'plan/tailoring',
    ]);
    expect(report.findings.map(({ rule }) => rule)).toEqual(['plan/release-outside-freeze']);
  });

  it.each([
    [
      'a name that nothing has',
      'architecture: { components: [{ name: web, owner: nobody }] }\nresources: { people: [{ name: ops }] }\n',
      'The plan has no person or team "nobody".',
    ],
    [
      'a value of the wrong type',
      'delivery: { tests: 5 }\n',
      '"delivery.tests" must be a list, found the number 5.',
    ],
    [
      'a date that is none',
      'timeline: { start: 2026-02-31 }\n',
      '"2026-02-31" is not a day of the calendar.',
    ],
    ['a key that there is not', 'delivery: { test: [unit] }\n', 'Did you mean "tests"?'],
  ])('finds %s in a plan that it includes, too', (_, included, told) => {
    const own =
      'apiVersion: planproof/v1\nkind: DeploymentPlan\ntitle: Shop\nenvironments: [{ name: production }]\n';
    const folder = folderOf({
      'deployment-plan.yaml': `${own}include: [base/plan.yaml]\n`,
      'base/plan.yaml': included,
    });
    const { stdout, stderr, code } = planproof(folder, 'check', ...RULES, '--exit-zero');
    expect(stderr).toContain(told);
    expect(stderr).toContain('base/plan.yaml:1:');
    expect(stderr).toContain('error: The deployment plan "deployment-plan.yaml" has a mistake');
    expect(stdout).toMatch(/\? rollback +not assessed/);
    expect(code).toBe(2);
    expect(planproof(folder, 'plan', 'check', '--exit-zero').code).toBe(2);
  });
});
