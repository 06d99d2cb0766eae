import { expect, it } from 'vitest';
import { parseQuery } from '../../syntax/promql/index.ts';
import { comparedCounters } from './counters.ts';

it.each([
  ['errors_total > 5', ['errors_total']],
  ['0 < sum by (job) (errors_total{a="b"})', ['errors_total']],
  ['max_over_time((errors_total > 5)[1h:])', ['errors_total']],
  ['rate(errors_total[5m]) > 5', []],
  ['sum(increase(errors_total[5m])) > 5', []],
  ['errors_total - errors_total offset 5m > 0', []],
  ['errors_total / requests_total > 0.1', []],
  ['errors_total unless errors_total offset 5m', []],
  ['count(errors_total) > 1', []],
  ['absent(errors_total) == 1', []],
  ['errors > 5', []],
  ['drives_offline_total > 0', []],
  ['executor_failedTasks_total > 0', ['executor_failedTasks_total']],
])('counters compared in %s are %j', (text, expected) => {
  const { expression } = parseQuery(text);
  expect(expression && comparedCounters(expression).map(({ metric }) => metric)).toEqual(expected);
});
