import { describe, expect, it } from 'vitest';
import { printFacts, planFrom, planText } from '../testing/print.ts';
import { cyclesOf } from './cycles.ts';

/** What the plan says of its milestones and people, without places. */
function told(text: string, ...prefixes: readonly string[]): readonly string[] {
  const subjects = planFrom(planText(text)).plan?.subjects ?? [];
  return subjects
    .flatMap((subject) => printFacts(subject, ...prefixes).map((line) => `${subject.name}${line.slice(1)}`))
    .map((line) => line.replace(/ @\d+:\d+$/, ''));
}

describe('a milestone', () => {
  it('is ready after the work on it and on all that it waits for, without weekends and holidays', () => {
    const text = `timeline:
  start: 2026-10-01
  release: 2026-10-30
  holidays: [{ on: 2026-10-12 }]
  milestones:
    - { id: a, title: A, due: 2026-10-09, workingDays: 7 }
    - { id: b, title: B, due: 2026-10-16, workingDays: 5, dependsOn: [a] }
    - { id: c, title: C, due: 2026-10-30, dependsOn: [b] }
`;
    expect(told(text, 'schedule', 'timeline.critical.ready', 'timeline.critical.slack')).toEqual([
      'Shop timeline.critical.ready: "2026-10-19"',
      'Shop timeline.critical.slackDays: 9',
      'a schedule.milestone: "a"',
      'a schedule.ready: "2026-10-09"',
      'a schedule.slackDays: 0',
      'a schedule.chain: "a: 7 working days from 2026-10-01 to 2026-10-09"',
      'a schedule.afterLate: false',
      'b schedule.milestone: "b"',
      'b schedule.ready: "2026-10-19"',
      'b schedule.slackDays: -1',
      'b schedule.chain: "a: 7 working days from 2026-10-01 to 2026-10-09; b: 5 working days from 2026-10-13 to 2026-10-19"',
      'b schedule.afterLate: false',
      'c schedule.milestone: "c"',
      'c schedule.ready: "2026-10-19"',
      'c schedule.slackDays: 9',
      'c schedule.chain: "a: 7 working days from 2026-10-01 to 2026-10-09; b: 5 working days from 2026-10-13 to 2026-10-19"',
      'c schedule.afterLate: true',
    ]);
  });

  it('takes at least as long as its owner needs who does nothing else', () => {
    const text = `resources: { people: [{ name: ada, allocation: 0.5 }] }
timeline: { milestones: [{ id: a, title: A, start: 2026-10-05, due: 2026-10-30, owner: ada, effortDays: 2 }] }
`;
    expect(told(text, 'schedule.chain')).toEqual([
      'a schedule.chain: "a: 2 days of work for 0.5 of ada, 4 working days, from 2026-10-05 to 2026-10-08"',
    ]);
  });

  it('has no schedule when nothing is said of work or of when it begins, when it is done, or in a circle', () => {
    const milestones = [
      '{ id: a, title: A, due: 2026-10-09, workingDays: 7 }',
      '{ id: b, title: B, start: 2026-10-01, due: 2026-10-09 }',
      '{ id: c, title: C, start: 2026-10-01, due: 2026-10-09, workingDays: 1, done: true }',
      '{ id: d, title: D, start: 2026-10-01, due: 2026-10-09, workingDays: 1, dependsOn: [e] }',
      '{ id: e, title: E, start: 2026-10-01, due: 2026-10-09, workingDays: 1, dependsOn: [d] }',
      '{ id: f, title: F, start: 2026-10-01, due: 2026-10-09, workingDays: 1e9 }',
    ];
    expect(told(`timeline: { milestones: [${milestones.join(', ')}] }\n`, 'schedule', 'cycle')).toEqual([
      'a cycle: []',
      'a schedule: null',
      'b cycle: []',
      'b schedule: null',
      'c cycle: []',
      'c schedule: null',
      'd cycle: ["d","e"]',
      'd schedule: null',
      'e cycle: []',
      'e schedule: null',
      'f cycle: []',
      'f schedule: null',
    ]);
  });
});

describe('people', () => {
  it('are booked most in the period that asks for most beyond their time, without their absence', () => {
    const text = `resources:
  people: [{ name: ada, allocation: 1, absent: [{ from: 2026-10-07, to: 2026-10-09 }, { from: 2026-10-08, to: 2026-10-09 }] }, { name: bob }]
timeline:
  start: 2026-10-05
  milestones:
    - { id: a, title: A, due: 2026-10-09, owner: ada, effortDays: 1 }
    - { id: b, title: B, due: 2026-10-16, owner: ada, effortDays: 6.5, dependsOn: [a] }
    - { id: c, title: C, due: 2026-11-16, owner: ada, effortDays: 1 }
    - { id: d, title: D, due: 2026-11-16, owner: bob, effortDays: 100 }
`;
    expect(told(text, 'people.0.booking', 'people.1.booking')).toEqual([
      'Shop people.0.booking.from: "2026-10-10"',
      'Shop people.0.booking.to: "2026-10-16"',
      'Shop people.0.booking.workingDays: 5',
      'Shop people.0.booking.effort: 6.5',
      'Shop people.0.booking.capacity: 5',
      'Shop people.0.booking.milestones: "b 6.5"',
      'Shop people.1.booking: null',
    ]);
  });
});

describe('circles', () => {
  it('are told once each, by the shortest way around', () => {
    const needs = new Map([
      ['x', ['a']],
      ['a', ['b', 'c']],
      ['b', ['c']],
      ['c', ['a']],
      ['s', ['s']],
      ['t', []],
    ]);
    expect([...cyclesOf(needs)]).toEqual([
      ['a', ['a', 'c']],
      ['b', ['b', 'c', 'a']],
      ['s', ['s']],
    ]);
  });
});
