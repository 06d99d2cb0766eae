import { expect, it } from 'vitest';
import { quantityIn } from './index.ts';

it.each([
  ['2', 2],
  ['0.5', 0.5],
  ['500m', 0.5],
  ['.5', 0.5],
  ['128Mi', 134217728],
  ['1Gi', 1073741824],
  ['1G', 1e9],
  ['1e3', 1000],
  ['12E', 12e18],
  ['100n', 1e-7],
])('%s is %d', (written, amount) => {
  expect(quantityIn(written)).toBe(amount);
});

it.each(['', '1 Gi', '1gi', '500 m', '-1', '0x10', '1KB', '1.2.3', '1e', 'Gi', '9'.repeat(40)])(
  '%j is no quantity',
  (written) => {
    expect(quantityIn(written)).toBeUndefined();
  },
);
