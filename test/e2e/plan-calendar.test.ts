import { expect, it } from 'vitest';
import { folderOf, planproof } from '../support/cli.ts';

const PLAN = `apiVersion: planproof/v1
kind: DeploymentPlan
title: Shop
environments:
  - { name: production, purpose: production }
timeline:
  start: 2026-12-16
  calendar: docs/release.ics
  milestones:
    - { id: cut-over, title: Cut-over, due: 2026-12-15, dependsOn: [pipeline] }
`;

const CALENDAR = `BEGIN:VCALENDAR
BEGIN:VEVENT
SUMMARY:Release 2.4
DTSTART;VALUE=DATE:20261215
END:VEVENT
BEGIN:VEVENT
SUMMARY:Freeze: Christmas trade
DTSTART;VALUE=DATE:20261214
DTEND;VALUE=DATE:20270107
END:VEVENT
BEGIN:VEVENT
UID:pipeline@shop.example
SUMMARY:Milestone: Canary pipeline
DTSTART;VALUE=DATE:20261218
END:VEVENT
END:VCALENDAR
`;

const RULES = 'plan/milestones-in-order,plan/dates-consistent,plan/release-outside-freeze';

it('finds what the dates of the calendar break, at its lines', () => {
  const folder = folderOf({ 'deployment-plan.yaml': PLAN, 'docs/release.ics': CALENDAR });
  for (const command of [['plan', 'check'], ['check']]) {
    const { stdout, code } = planproof(folder, ...command, '--as-of', '2026-11-01', '--rules', RULES);
    expect(code).toBe(1);
    expect(stdout.split('\n').filter((line) => /^\S+:\d+:\d+ |^ {2}[A-Z]\S* .*\d{4}-/.test(line)))
      .toMatchInlineSnapshot(`
      [
        "deployment-plan.yaml:10:68  error  plan/milestones-in-order",
        "  Milestone cut-over is due on 2026-12-15, before pipeline, which it depends on and which is due on",
        "docs/release.ics:4:20  error  plan/dates-consistent",
        "  The release on 2026-12-15 is before the start on 2026-12-16.",
        "docs/release.ics:4:20  error  plan/release-outside-freeze",
        "  The release on 2026-12-15 falls into the freeze from 2026-12-14 to 2027-01-06.",
        "docs/release.ics:14:20  error  plan/dates-consistent",
        "  Milestone pipeline is due on 2026-12-18, after the release on 2026-12-15.",
      ]
    `);
  }
});
