import { expect, it } from 'vitest';
import { longestGapHours } from './index.ts';

it.each([
  ['0 2 * * *', 24],
  ['0 3 * * 0', 168],
  ['0 0 1 * *', 744],
  ['0 0 1 1 *', 8760],
  ['0 0 29 2 *', 35_064],
  ['0 0 31 2 *', undefined],
  ['nightly', undefined],
  ['', undefined],
])('the pattern %j leaves %s hours at most', (pattern, hours) => {
  expect(longestGapHours(pattern)).toBe(hours);
});

it('finds the weekend in a schedule that runs each minute of working days', () => {
  expect(longestGapHours('* * * * 1-5')).toBeCloseTo(48 + 1 / 60);
});
