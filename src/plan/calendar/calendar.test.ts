import { expect, it } from 'vitest';
import { formatLocation, sourceFile } from '../../source/index.ts';
import { loadPlan, planIn } from '../index.ts';
import type { LoadedPlan } from '../load.ts';
import { printFacts } from '../testing/print.ts';

const HEAD =
  'apiVersion: planproof/v1\nkind: DeploymentPlan\ntitle: Shop\nenvironments: [{ name: production }]\n';

async function load(files: Readonly<Record<string, string>>): Promise<LoadedPlan> {
  const file = (path: string) => {
    const text = files[path];
    return text === undefined ? undefined : sourceFile(path, text);
  };
  const open = async (path: string): ReturnType<typeof planIn> => {
    const found = file(path);
    return found && planIn(found);
  };
  const [path = ''] = Object.keys(files);
  const source = await open(path);
  if (!source) throw new Error('no plan');
  return loadPlan(source, open, file);
}

const calendar = (...events: readonly (readonly string[])[]): string =>
  [
    'BEGIN:VCALENDAR',
    ...events.flatMap((lines) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT']),
    'END:VCALENDAR',
    '',
  ].join('\r\n');
const day = (from: string, to?: string): readonly string[] => [
  `DTSTART;VALUE=DATE:${from}`,
  ...(to === undefined ? [] : [`DTEND;VALUE=DATE:${to}`]),
];

const facts = ({ plan }: LoadedPlan): readonly string[] =>
  (plan?.subjects ?? [])
    .filter(({ kind }) => kind === 'plan' || kind === 'plan-milestone')
    .flatMap((subject) => printFacts(subject, 'timeline', 'id', 'due', 'start', 'dependsOn'));
const told = ({ diagnostics }: LoadedPlan): readonly string[] =>
  diagnostics.map(({ code, level, message, location, related }) =>
    [
      location && formatLocation(location),
      level,
      code,
      message,
      ...(related ?? []).map((one) => formatLocation(one.location)),
    ].join(' '),
  );

it('has the dates of its calendar, each with its place there', async () => {
  const plan = await load({
    'shop/deployment-plan.yaml': `${HEAD}timeline:\n  calendar: ../docs/release.ics\n  timeZone: Europe/Berlin\n  milestones: [{ id: drill, title: Restore drill, due: 2026-11-13, dependsOn: [pipeline] }]\n`,
    'docs/release.ics': calendar(
      ['SUMMARY:Release 2.4', 'DTSTART:20261206T233000Z'],
      ['SUMMARY:Freeze: Christmas trade', ...day('20261214', '20270107')],
      ['SUMMARY:Christmas', 'CATEGORIES:Private,holiday', ...day('20261225', '20261227')],
      ['UID:pipeline@shop.example', 'SUMMARY:Milestone: Canary pipeline', ...day('20261102', '20261107')],
      ['UID:1', 'SUMMARY:Milestone: Cut-over!', ...day('20261207')],
      ['SUMMARY:Milestone: restore Drill', ...day('20261113')],
      ['SUMMARY:Release party', ...day('20261208')],
      ['SUMMARY:Lunch', 'RRULE:FREQ=DAILY'],
      ['SUMMARY:Freeze: off', 'STATUS:CANCELLED', ...day('20261201')],
    ),
  });
  expect(told(plan)).toEqual([]);
  expect(plan.included).toEqual(['docs/release.ics']);
  expect(facts(plan)).toMatchInlineSnapshot(`
    [
      "  timeline.start: null @5:1",
      "  timeline.release: "2026-12-07" @docs/release.ics:4:9",
      "  timeline.releaseWeekday: "monday" @docs/release.ics:4:9",
      "  timeline.freezes.0.from: "2026-12-14" @docs/release.ics:8:20",
      "  timeline.freezes.0.to: "2027-01-06" @docs/release.ics:9:18",
      "  timeline.freezes.0.reason: "Christmas trade" @docs/release.ics:7:9",
      "  timeline.freezes.0.environments: [] @docs/release.ics:6:7",
      "  timeline.holidays.0.on: "2026-12-25" @docs/release.ics:14:20",
      "  timeline.holidays.0.name: "Christmas" @docs/release.ics:12:9",
      "  timeline.holidays.1.on: "2026-12-26" @docs/release.ics:14:20",
      "  timeline.holidays.1.name: "Christmas" @docs/release.ics:12:9",
      "  timeline.critical: null",
      "  start: null @8:16",
      "  due: "2026-11-13" @8:56",
      "  dependsOn: ["pipeline"] @8:79",
      "  start: "2026-11-02" @20:20",
      "  due: "2026-11-06" @21:18",
      "  dependsOn: [] @19:9",
      "  start: null @25:9",
      "  due: "2026-12-07" @26:20",
      "  dependsOn: [] @25:9",
    ]
  `);
});

it('says with both places what the plan and its calendar state differently', async () => {
  const plan = await load({
    'plan.yaml': `${HEAD}timeline:
  calendar: release.ics
  release: 2026-12-07
  freezes: [{ from: 2026-12-14, to: 2027-01-06, reason: Christmas trade }]
  holidays: [{ on: 2026-12-25, name: Christmas }, { on: 2027-01-01, name: New Year }]
  milestones: [{ id: drill, title: Restore drill, due: 2026-11-13 }]
`,
    'release.ics': calendar(
      ['SUMMARY:Release', ...day('20261208')],
      ['SUMMARY:Freeze: christmas trade', ...day('20261215', '20270107')],
      ['SUMMARY:Freeze: Christmas trade', ...day('20271215', '20271230')],
      ['SUMMARY:Holiday: Weihnachten', ...day('20261225')],
      ['SUMMARY:Holiday: New Year', ...day('20270102')],
      ['SUMMARY:Milestone: Restore drill', ...day('20261114')],
    ),
  });
  expect(told(plan)).toMatchInlineSnapshot(`
    [
      "release.ics:4:20 error plan/contradiction timeline.release is "2026-12-08" here, and "2026-12-07" elsewhere. plan.yaml:7:12",
      "release.ics:8:20 error plan/contradiction timeline.freezes.from of "christmas trade" is "2026-12-15" here, and "2026-12-14" elsewhere. plan.yaml:8:21",
      "release.ics:22:20 error plan/contradiction timeline.holidays.on of "New Year" is "2027-01-02" here, and "2027-01-01" elsewhere. plan.yaml:9:57",
      "release.ics:26:20 error plan/contradiction timeline.milestones.0.due is "2026-11-14" here, and "2026-11-13" elsewhere. plan.yaml:10:56",
    ]
  `);
  expect(plan.plan?.statements.items(['timeline', 'freezes']).length).toBe(2);
});

it('has one release of several only where the plan says which', async () => {
  const releases = calendar(
    ['SUMMARY:Release 1', ...day('20261208')],
    ['SUMMARY:Release 2', ...day('20270208')],
  );
  const of = async (release: string): Promise<readonly string[]> =>
    told(
      await load({
        'plan.yaml': `${HEAD}timeline: { calendar: a.ics${release} }\n`,
        'a.ics': releases,
      }),
    );
  expect(await of(', release: 2027-02-08')).toEqual([]);
  expect(await of('')).toEqual([
    'a.ics:8:20 error plan/contradiction timeline.release is "2027-02-08" here, and "2026-12-08" elsewhere. a.ics:4:20',
  ]);
});

it('tells what it cannot read: events that matter, and calendars', async () => {
  const broken = calendar(
    ['SUMMARY:Freeze: x', ...day('20261301')],
    ['SUMMARY:Freeze: y', 'RRULE:FREQ=HOURLY', ...day('20261201')],
    ['CATEGORIES:MILESTONE', ...day('20261201')],
    ['SUMMARY:Holiday: long', ...day('20260101', '99990101')],
    ['SUMMARY:Lunch', ...day('20261301')],
  );
  const of = async (path: string): Promise<readonly string[]> =>
    told(await load({ 'a/plan.yaml': `${HEAD}timeline: { calendar: ${path} }\n`, 'a/a.ics': broken }));
  expect(await of('a.ics')).toMatchInlineSnapshot(`
    [
      "a/a.ics:4:20 error icalendar/time DTSTART is no day or time: "20261301".",
      "a/a.ics:8:7 note icalendar/recurring The event happens more than once (RRULE), and is not read.",
      "a/a.ics:11:7 error plan/calendar The milestone has no name.",
      "a/a.ics:18:18 error plan/calendar A holiday of more than 366 days.",
    ]
  `);
  expect([...(await of('b.ics')), ...(await of('../../a.ics'))]).toEqual([
    'a/plan.yaml:5:23 error plan/calendar There is no calendar "a/b.ics" that can be read.',
    'a/plan.yaml:5:23 error plan/outside "../../a.ics" leads out of the folder that is checked.',
  ]);
});

it('has each time of freezes and holidays that happen again, around its own dates', async () => {
  const { plan, diagnostics } = await load({
    'plan.yaml': `${HEAD}timeline: { calendar: a.ics, release: 2026-12-02 }\n`,
    'a.ics': calendar(
      [
        'SUMMARY:Freeze: Fridays',
        'RRULE:FREQ=WEEKLY;UNTIL=20261218',
        'EXDATE;VALUE=DATE:20261127',
        ...day('20200103'),
      ],
      ['SUMMARY:Holiday: Christmas', 'RRULE:FREQ=YEARLY', ...day('20001225', '20001227')],
      ['SUMMARY:Release 2', 'RRULE:FREQ=MONTHLY', ...day('20261202')],
    ),
  });
  const list = (name: string): unknown => plan?.statements.value(['timeline', name]);
  expect(list('freezes')).toEqual(
    ['2026-11-06', '2026-11-13', '2026-11-20', '2026-12-04', '2026-12-11', '2026-12-18'].map((date) => ({
      from: date,
      to: date,
      reason: 'Fridays',
    })),
  );
  expect(list('holidays')).toEqual([
    { on: '2026-12-25', name: 'Christmas' },
    { on: '2026-12-26', name: 'Christmas' },
  ]);
  expect(told({ diagnostics })).toEqual([
    'a.ics:16:7 note icalendar/recurring The event happens more than once (RRULE), and is not read.',
  ]);
});

it('reads so many times only of what happens again', async () => {
  const daily = Array.from({ length: 30 }, (_, at) => [
    `SUMMARY:Freeze: ${at}`,
    'RRULE:FREQ=DAILY',
    ...day('20200101'),
  ]);
  const { plan, diagnostics } = await load({
    'plan.yaml': `${HEAD}timeline: { calendar: a.ics, release: 2026-12-02 }\n`,
    'a.ics': calendar(...daily),
  });
  expect(plan?.statements.items(['timeline', 'freezes']).length).toBeLessThanOrEqual(1000);
  expect(diagnostics.map(({ code }) => code)).toContain('plan/calendar');
});

it('looks around the dates of the plan, however old the events are that a team keeps', async () => {
  const { plan } = await load({
    'plan.yaml': `${HEAD}timeline: { calendar: a.ics }\n`,
    'a.ics': calendar(
      ['SUMMARY:Lunch', ...day('20100101')],
      ['SUMMARY:Holiday: Summer', ...day('20110701')],
      ['SUMMARY:Release 1', ...day('20261202')],
      ['SUMMARY:Holiday: New year', 'RRULE:FREQ=YEARLY', ...day('20000101')],
    ),
  });
  expect(plan?.statements.value(['timeline', 'holidays'])).toEqual([
    { on: '2011-07-01', name: 'Summer' },
    { on: '2027-01-01', name: 'New year' },
  ]);
});
