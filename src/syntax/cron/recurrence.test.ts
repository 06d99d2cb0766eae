import { expect, test } from 'vitest';
import { gapOfRecurrence, gapOfRepeating, type Recurrence } from './index.ts';
import { shown } from './testing/shown.ts';

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
