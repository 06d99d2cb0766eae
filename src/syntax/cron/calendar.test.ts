import { expect, test } from 'vitest';
import { gapOfCalendar, gapOfSpan } from './index.ts';
import { shown } from './testing/shown.ts';

test.each([
  ['daily', 24],
  ['weekly', 168],
  ['quarterly', 92 * 24],
  ['Mon..Fri *-*-* 04:00:00', 72],
  ['Sat,Sun 03:30', 144],
  ['Sun *-*-* 01:00 Europe/Berlin', 168],
  ['*-*-* 02:00', 24],
  ['*-*-01 02:00', 744],
  ['*:0/15', 0.25],
  ['*-*-* 00/6:00:00', 6],
  ['08..18:00', 14],
  ['04:00 UTC', 24],
  ['2030-01-01 00:00', 'runs in some years only'],
  ['Mon *-*-01 00:00', 'cannot be read'],
  ['*-*~1 00:00', 'cannot be read'],
  ['now and then', 'cannot be read'],
  ['', 'cannot be read'],
])('as systemd writes it, %j: %s', (expression, hours) => {
  expect(shown(gapOfCalendar(expression))).toBe(hours);
});

test.each([
  ['1d', 24],
  ['1h 30min', 1.5],
  ['1h30min', 1.5],
  ['900', 0.25],
  ['2 weeks', 336],
  ['5 fortnights', 'cannot be read'],
  ['0', 'cannot be read'],
  ['-1h', 'cannot be read'],
  ['', 'cannot be read'],
])('as a time span of systemd, %j: %s', (span, hours) => {
  expect(shown(gapOfSpan(span))).toBe(hours);
});
