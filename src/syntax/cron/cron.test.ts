import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { gapOfAws, gapOfCrontab, gapOfCrontabWithSeconds } from './index.ts';
import { shown } from './testing/shown.ts';

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

it('gives an answer to any text', () => {
  const readers = [gapOfAws, gapOfCrontab, gapOfCrontabWithSeconds];
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
