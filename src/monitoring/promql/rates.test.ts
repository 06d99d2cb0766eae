import { expect, it } from 'vitest';
import { parseQuery } from '../../syntax/promql/index.ts';
import { rateWindows } from './rates.ts';

it.each([
  ['rate(a[5m]) / sum(increase(b[1h30m]))', [300, 5_400]],
  ['max_over_time(rate(a[1m])[1h:5m])', [60]],
  ['-deriv(a[2m] offset 1h)', [120]],
  ['avg_over_time(a[10s])', []],
  ['rate(a[$__rate_interval])', []],
])('of %j the windows are %j seconds', (text, expected) => {
  const { expression } = parseQuery(text);
  const windows = expression ? rateWindows(expression) : [];
  expect(windows.map(({ seconds }) => seconds)).toEqual(expected);
});
