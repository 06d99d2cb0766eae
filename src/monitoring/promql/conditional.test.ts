import { expect, it } from 'vitest';
import { parseQuery } from '../../syntax/promql/index.ts';
import { isConditional } from './conditional.ts';

const RECORDS: Readonly<Record<string, string>> = {
  'slow:seconds': 'rate(seconds_total[5m]) > 1',
  'job:rate': 'rate(x_total[5m])',
  loop: 'loop',
};

it.each([
  ['up == 0', true],
  ['0 < up', true],
  ['up > bool 0', false],
  ['up', false],
  ['vector(1)', false],
  ['vector(1) > 0', true],
  ['absent(up)', true],
  ['up and on () other', true],
  ['up unless other', true],
  ['(up == 0) or up', false],
  ['(up == 0) or absent(up)', true],
  ['count(up == 0)', true],
  ['rate(x_total[5m]) * 100', false],
  ['(up == 0) * 100', true],
  ['scalar(up == 0)', false],
  ['max_over_time((up == 0)[1h:])', true],
  ['ALERTS{alertname="x"}', true],
  ['slow:seconds', true],
  ['sum(job:rate)', false],
  ['other:rate', undefined],
  ['other:rate > 1', true],
  ['other:rate or (up == 0)', undefined],
  ['{job="x"}', undefined],
  ['loop', false],
])('%s: %s', (text, expected) => {
  const { expression } = parseQuery(text);
  const recorded = (metric: string) => parseQuery(RECORDS[metric] ?? '').expression;
  expect(expression && isConditional(expression, recorded)).toBe(expected);
});
