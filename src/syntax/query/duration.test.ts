import { expect, it } from 'vitest';
import { durationSeconds } from './duration.ts';

it.each([
  ['5m', 300],
  ['1h30m', 5_400],
  ['1w2d', 777_600],
  ['500ms', 0.5],
  ['0', 0],
  ['0s', 0],
  ['30m1h', undefined],
  ['5', undefined],
  ['5 m', undefined],
  ['-5m', undefined],
  ['', undefined],
])('%j is %s seconds', (text, seconds) => {
  expect(durationSeconds(text)).toBe(seconds);
});
