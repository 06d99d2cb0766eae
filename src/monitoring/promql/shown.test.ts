import { expect, it } from 'vitest';
import { parseQuery } from '../../syntax/promql/index.ts';
import { fixedRates, plainCounters } from './shown.ts';

it.each([
  ['a counter as it is', 'sum(requests_total)', ['requests_total']],
  ['one of two', 'rate(a_total[5m]) / b_total', ['b_total']],
  ['a range of one', 'max_over_time(a_total[5m])', ['a_total']],
  ['a rate', 'sum(rate(requests_total[5m]))', []],
  ['how many series there are', 'count(requests_total)', []],
  ['a gauge', 'sum(requests)', []],
  ['how many there are now', 'sum(cnpg_backends_total) + minio_cluster_nodes_offline_total', []],
  ['how long it is up', 'process_uptime_seconds_total', []],
])('finds %s', (_, text, expected) => {
  const { expression } = parseQuery(text);
  expect(expression && plainCounters(expression).map(({ metric }) => metric)).toEqual(expected);
});

it.each([
  ['a range that stays', 'sum(rate(a_total[5m]))', ['a_total[5m]']],
  ['each of two', 'irate(a_total[2m]) / increase(b_total[30s])', ['a_total[2m]', 'b_total[30s]']],
  ['a step, which may be shorter than two samples', 'rate(a_total[$__interval])', ['a_total[$__interval]']],
  [
    'nothing in what follows the picture',
    'rate(a_total[$__rate_interval]) + increase(b_total[${__range}])',
    [],
  ],
  ['nothing in what a variable chooses', 'rate(a_total[$window])', []],
  ['nothing in hours, which are meant', 'increase(a_total[24h])', []],
  ['nothing in other functions', 'max_over_time(a[5m])', []],
])('finds %s', (_, text, expected) => {
  const { expression } = parseQuery(text);
  expect(expression && fixedRates(expression, text).map(({ start, end }) => text.slice(start, end))).toEqual(
    expected,
  );
});
