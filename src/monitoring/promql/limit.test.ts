import { expect, test } from 'vitest';
import { parseQuery } from '../../syntax/promql/index.ts';
import { limitOf, type Limit } from './limit.ts';

const RECORDS: Readonly<Record<string, string>> = {
  'shop:failures': 'sum(rate(requests_total{code=~"5.."}[5m])) / sum(rate(requests_total[5m]))',
  'shop:loop': 'shop:loop * 2',
};

function limit(text: string): Limit {
  const recorded = (metric: string) => {
    const record = RECORDS[metric];
    const expression = record === undefined ? undefined : parseQuery(record).expression;
    return expression && { expression, text: record ?? '' };
  };
  const { expression } = parseQuery(text);
  return expression && limitOf(expression, { text, recorded });
}

const SHARE = 'sum(rate(requests_total{code=~"5.."}[5m])) / sum(rate(requests_total[5m]))';

test.each([
  [`${SHARE} > 0.05`, 0.05],
  [`0.05 < ${SHARE}`, 0.05],
  [`100 * ${SHARE} > 5`, 0.05],
  [`(${SHARE}) * 100 >= 5`, 0.05],
  [`1 - ${SHARE} < 0.99`, 0.01],
  ['sum(rate(requests_total{code!~"5.."}[5m])) / sum(rate(requests_total[5m])) < 0.99', 0.01],
  ['sum(rate(errors_total[5m])) / sum(rate(requests_total[5m])) > 1e-3', 0.001],
  ['shop:failures > 0.02', 0.02],
  [`${SHARE} > 0.05 and sum(rate(requests_total[5m])) > 10`, 0.05],
  [`${SHARE} > 0.05 or ${SHARE} > 0.01`, 0.01],
  [
    'slo:sli_error:ratio_rate5m{sloth_id="a"} > (14.4 * 0.001) and slo:sli_error:ratio_rate1h > 0.0144',
    0.0144,
  ],
  ['max(apiserver_request:burnrate1h > (14.40 * 0.01000)) without (window)', 0.144],
])('%s is true from a share of failures on', (text, value) => {
  expect(limit(text)).toMatchObject({ of: 'failures', value });
});

test.each([
  ['histogram_quantile(0.99, sum by (le) (rate(duration_seconds_bucket[5m]))) > 2', 2],
  ['rate(took_ms_sum[5m]) / rate(took_ms_count[5m]) > 250', 0.25],
  ['rpc_duration_seconds{quantile="0.9"} * 1000 > 500', 0.5],
])('%s is true from a time on', (text, value) => {
  expect(limit(text)).toMatchObject({ of: 'seconds', value });
});

test.each([
  'up == 0',
  'absent(up{job="a"})',
  'sum(up{job="a"}) < 1',
  'count(up == 0) by (job) > 0 and absent(x)',
])('%s asks whether something is there', (text) => {
  expect(limit(text)).toBeNull();
});

test.each([
  'sum(rate(errors_total[5m])) > 5',
  'requests_total',
  'a / b > 0.5',
  `${SHARE} > on() limits`,
  `${SHARE} > bool 0.5`,
  `${SHARE} > 0.05 or queue_length > 5`,
  'shop:loop > 0.5',
  '{__name__="a"} / {__name__="b"} > 0.5',
  'avg_over_time(up[1h]) < 0.99',
  'sum(rate(requests_total[5m])) / sum(rate(requests_total[5m] offset 1w)) > 2',
  'sum(rate(requests_total{a="b"}[5m])) / sum(rate(requests_total[1h])) > 2',
  'sum(rate(requests_total{code="500"}[5m])) / sum(rate(requests_total{code="200"}[5m])) > 2',
  'max(rate(requests_total{a="b"}[5m])) / avg(rate(requests_total[5m])) > 2',
])('from where on %s is true is not told', (text) => {
  expect(limit(text)).toBeUndefined();
});

test('a product says the burn rate and the budget, whichever comes first', () => {
  expect(limit('a:errors:ratio_rate1h > 14.4 * (1 - 0.999)')).toMatchObject({
    burnRate: 14.4,
    budget: 0.001,
  });
  expect(limit('a:errors:ratio_rate1h > 0.001 * 6')).toMatchObject({ burnRate: 6, budget: 0.001 });
  expect(limit('a:errors:ratio_rate1h > 0.006')).toMatchObject({ burnRate: null, budget: null });
});

test('a part of the same series is never more than all of them', () => {
  expect(limit(`${SHARE} > 5`)).toMatchObject({ possible: false });
  expect(limit(`${SHARE} > 0.5`)).toMatchObject({ possible: true });
  expect(limit('sum(rate(errors_total[5m])) / sum(rate(requests_total[5m])) > 5')).toMatchObject({
    possible: true,
  });
});

test('long expressions are read in no time', () => {
  const started = performance.now();
  limit(`${'sum('.repeat(200)}a${')'.repeat(200)} > 1`);
  limit(`${'2 * '.repeat(5000)}a > 1`);
  expect(performance.now() - started).toBeLessThan(2000);
});
