import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  gapOfAws,
  gapOfCalendar,
  gapOfCrontab,
  gapOfCrontabWithSeconds,
  gapOfRecurrence,
  gapOfRepeating,
  type Gap,
  type Recurrence,
} from './index.ts';

/** Whole minutes, so that shares of an hour compare. */
function shown(gap: Gap): number | string {
  return 'hours' in gap ? Math.round(gap.hours * 60) / 60 : gap.reason;
}

describe('crontab', () => {
  test.each([
    ['0 2 * * *', 24],
    ['30 1,13 * * *', 12],
    ['0 9-17 * * *', 16],
    ['*/15 * * * *', 0.25],
    ['* * * * 1-5', 48 + 1 / 60],
    ['*/15 9-17 * * 1-5', 48 + 15.25],
    ['* * * 1 *', 335 * 24 + 1 / 60],
    ['0 3 * * 0', 168],
    ['0 3 * * 7', 168],
    ['0 3 * * sun', 168],
    ['0 0 1 * *', 744],
    ['0 0 1 1 *', 8760],
    ['0 0 29 2 *', 35_064],
    ['@hourly', 1],
    ['@daily', 24],
    ['@midnight', 24],
    ['@weekly', 168],
    ['@every 6h', 6],
    ['@every 1h30m', 1.5],
    ['CRON_TZ=Europe/Berlin 0 1 * * *', 24],
    ['0 0 31 2 *', 'never runs twice'],
    ['@reboot', 'never runs twice'],
    ['0 0 0 2 * *', 'cannot be read'],
    ['@every now', 'cannot be read'],
    ['@every 0s', 'cannot be read'],
    ['@fortnightly', 'cannot be read'],
    ['H 2 * * *', 'cannot be read'],
    ['61 2 * * *', 'cannot be read'],
    ['nightly', 'cannot be read'],
    ['', 'cannot be read'],
  ])('%j: %s', (schedule, hours) => {
    expect(shown(gapOfCrontab(schedule))).toBe(hours);
  });
});

test.each([
  ['0 0 0 * * *', 24],
  ['0 30 */6 * * *', 6],
  ['0 0 5 ? * MON-FRI', 72],
  ['0 0 5 * * ? *', 24],
  ['@daily', 24],
  ['0 0 5 * * ? 2030', 'runs in some years only'],
  ['0 0 * * *', 'cannot be read'],
  ['0 0 0 * * * * *', 'cannot be read'],
])('with seconds, %j: %s', (schedule, hours) => {
  expect(shown(gapOfCrontabWithSeconds(schedule))).toBe(hours);
});

test.each([
  ['rate(12 hours)', 12],
  ['rate(1 day)', 24],
  ['rate(30 minutes)', 0.5],
  ['cron(0 5 * * ? *)', 24],
  ['cron(0 0/6 * * ? *)', 6],
  ['cron(0 5 ? * MON-FRI *)', 72],
  ['cron(0 5 ? * 2 *)', 168],
  ['cron(0 5 ? * 1#1 *)', 840],
  ['cron(0 5 L * ? *)', 744],
  ['cron(0 5 * * ? 2030)', 'runs in some years only'],
  ['at(2030-01-01T00:00:00)', 'runs once'],
  ['rate(0 hours)', 'cannot be read'],
  ['0 5 * * *', 'cannot be read'],
  ['cron(61 5 * * ? *)', 'cannot be read'],
])('as AWS writes it, %s: %s', (schedule, hours) => {
  expect(shown(gapOfAws(schedule))).toBe(hours);
});

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

test.each<[Recurrence, number | string]>([
  [{ every: 'hour', interval: 4 }, 4],
  [{ every: 'hour', interval: 4, window: { from: 8, to: 20 } }, 12],
  [{ every: 'hour', interval: 6, window: { from: 8, to: 12 } }, 24],
  [{ every: 'day' }, 24],
  [{ every: 'week', weekdays: ['Sunday', 'Wednesday'] }, 96],
  [{ every: 'week', interval: 2, weekdays: ['MO'] }, 336],
  [{ every: 'month', days: ['1', '15'] }, 17 * 24],
  [{ every: 'month', weekdays: ['Sunday'], weeks: ['First'] }, 840],
  [{ every: 'month', weekdays: ['SU'], weeks: ['Last'] }, 840],
  [{ every: 'year', months: ['January'], days: ['1'] }, 8760],
  [{ every: 'month', weekdays: ['Someday'], weeks: ['First'] }, 'cannot be read'],
  [{ every: 'month', days: ['99'] }, 'cannot be read'],
  [{ every: 'day', interval: 0 }, 'cannot be read'],
])('%j: %s', (recurrence, hours) => {
  expect(shown(gapOfRecurrence(recurrence))).toBe(hours);
});

test.each([
  ['R/2024-05-23T02:30:00+00:00/P1D', 24],
  ['R/2024-05-23T02:30:00+00:00/P1W', 168],
  ['R/2024-05-23T02:30:00+00:00/PT4H', 4],
  ['R/2024-05-23T02:30:00+00:00/P1M', 744],
  ['R5/2024-05-23T02:30:00+00:00/P1D', 'ends after some runs'],
  ['P1D', 'cannot be read'],
  ['R/x/P', 'cannot be read'],
])('as ISO 8601 repeats, %s: %s', (interval, hours) => {
  expect(shown(gapOfRepeating(interval))).toBe(hours);
});

it('gives an answer to any text', () => {
  const readers = [gapOfAws, gapOfCalendar, gapOfCrontab, gapOfCrontabWithSeconds, gapOfRepeating];
  const pieces = fc.array(
    fc.constantFrom('*', '/', '0', '59', ' ', '-', ',', 'L', '#', ':', '..', 'MON', 'cron(', ')', '@', 'R/'),
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        pieces.map((parts) => parts.join('')),
      ),
      (text) => {
        for (const read of readers) {
          const gap = read(text);
          if ('hours' in gap) expect(gap.hours).toBeGreaterThan(0);
        }
      },
    ),
  );
});
