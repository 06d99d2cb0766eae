import { expect, it } from 'vitest';
import { durationHours, scheduleGapHours } from './interval.ts';

it.each([
  ['0 2 * * *', 24],
  ['*/15 * * * *', 0.25],
  ['* * * * 1-5', 48 + 1 / 60],
  ['0 3 * * 0', 168],
  ['0 0 1 * *', 744],
  ['@hourly', 1],
  ['@every 6h', 6],
  ['CRON_TZ=Europe/Berlin 0 1 * * *', 24],
  ['0 0 31 2 *', undefined],
  ['0 0 0 2 * *', undefined],
  ['@every now', undefined],
  ['@reboot', undefined],
  ['H 2 * * *', undefined],
  ['', undefined],
])('the schedule %j leaves %s hours at most', (schedule, hours) => {
  const gap = scheduleGapHours(schedule);
  expect(gap === undefined ? undefined : Math.round(gap * 3600)).toBe(hours && Math.round(hours * 3600));
});

it.each([
  ['720h', 720],
  ['1h30m0s', 1.5],
  ['30 days', undefined],
  ['', undefined],
])('the duration %j is %s hours', (text, hours) => {
  expect(durationHours(text)).toBe(hours);
});
