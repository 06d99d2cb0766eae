import fc from 'fast-check';
import { expect, it } from 'vitest';
import { occurrencesOf, recurrenceOf } from './recurrence.ts';

const days = (
  rule: string,
  start: string,
  from = '2026-01-01',
  to = '2027-12-31',
): readonly string[] | undefined => {
  const recurrence = recurrenceOf(rule);
  return recurrence && occurrencesOf(recurrence, start, { from, to });
};

it('gives the days of rules as people write them, the examples of RFC 5545 among them', () => {
  expect(days('FREQ=YEARLY', '1970-12-25')).toEqual(['2026-12-25', '2027-12-25']);
  expect(days('FREQ=WEEKLY;BYDAY=FR', '2026-11-06', '2026-11-20', '2026-12-10')).toEqual([
    '2026-11-20',
    '2026-11-27',
    '2026-12-04',
  ]);
  // 3.8.5.3: the last Sunday of October, the first Friday, the third to the last day, every other week with weeks from Sunday.
  expect(days('FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10', '1997-10-26')).toEqual(['2026-10-25', '2027-10-31']);
  expect(days('FREQ=MONTHLY;COUNT=3;BYDAY=1FR', '1997-09-05', '1997-01-01')).toEqual([
    '1997-09-05',
    '1997-10-03',
    '1997-11-07',
  ]);
  expect(days('FREQ=MONTHLY;BYMONTHDAY=-3;COUNT=3', '1997-09-28', '1997-01-01')).toEqual([
    '1997-09-28',
    '1997-10-29',
    '1997-11-28',
  ]);
  expect(days('FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO', '1997-08-05', '1997-01-01')).toEqual([
    '1997-08-05',
    '1997-08-10',
    '1997-08-19',
    '1997-08-24',
  ]);
  expect(days('FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU', '1997-08-05', '1997-01-01')).toEqual([
    '1997-08-05',
    '1997-08-17',
    '1997-08-19',
    '1997-08-31',
  ]);
});

it('leaves out days that a month or year does not have, and ends with UNTIL', () => {
  expect(days('FREQ=MONTHLY', '2026-01-31', '2026-01-01', '2026-05-31')).toEqual([
    '2026-01-31',
    '2026-03-31',
    '2026-05-31',
  ]);
  expect(days('FREQ=YEARLY', '2024-02-29', '2024-01-01', '2030-01-01')).toEqual(['2024-02-29', '2028-02-29']);
  expect(days('FREQ=DAILY;UNTIL=20261203T225959Z', '2026-12-01')).toEqual([
    '2026-12-01',
    '2026-12-02',
    '2026-12-03',
  ]);
});

it('counts from the beginning, also of what is before the days that are asked for', () => {
  expect(days('FREQ=DAILY;COUNT=5', '2025-12-29')).toEqual(['2026-01-01', '2026-01-02']);
  expect(days('FREQ=DAILY;COUNT=5', '1900-01-01')).toBeUndefined();
});

it.each([
  '',
  'FREQ=HOURLY',
  'FREQ=WEEKLY;BYSETPOS=1',
  'FREQ=WEEKLY;BYDAY=1FR',
  'FREQ=YEARLY;BYDAY=20MO',
  'FREQ=YEARLY;BYDAY=1MO',
  'FREQ=DAILY;INTERVAL=0',
  'FREQ=DAILY;COUNT=2;UNTIL=20261201',
  'FREQ=DAILY;UNTIL=20260231',
  'FREQ=DAILY;FREQ=DAILY',
])('does not guess at "%s"', (rule) => {
  expect(recurrenceOf(rule)).toBeUndefined();
});

it('gives nothing for a rule that leaves out its own beginning', () => {
  expect(days('FREQ=WEEKLY;BYDAY=FR', '2026-12-01')).toBeUndefined();
});

it('ends, in order, for whatever text', () => {
  const part = fc.constantFrom(
    'FREQ=DAILY',
    'FREQ=WEEKLY',
    'FREQ=MONTHLY',
    'FREQ=YEARLY',
    'BYDAY=MO',
    'BYMONTH=2',
  );
  const rule = fc.array(fc.oneof(part, fc.string()), { maxLength: 5 }).map((parts) => parts.join(';'));
  fc.assert(
    fc.property(rule, (text) => {
      const found = days(text, '2026-02-02') ?? [];
      expect([...found].sort()).toEqual(found);
    }),
  );
});
