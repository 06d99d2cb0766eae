import { expect, it } from 'vitest';
import { parseQuery } from '../../syntax/promql/index.ts';
import { typeErrors } from './types.ts';

const errorsOf = (text: string): readonly string[] => {
  const { expression } = parseQuery(text);
  if (!expression) throw new Error(`no PromQL: ${text}`);
  return typeErrors(expression).map(({ message, start, end }) => `${text.slice(start, end)}: ${message}`);
};

it.each([
  'sum by (job) (rate(http_requests_total[5m])) > 0.1',
  'quantile(0.9, up) and topk(3, up) unless count_values("v", up)',
  'round(up) + round(up, 5) - -up',
  'label_join(up, "a", ",", "b", "c") or vector(1) * scalar(up)',
  'label_replace(up, "a", "$1", "b", "(.*)")',
  '1 > bool 2',
  'time() - day_of_week() > hour(timestamp(up))',
  'max_over_time((up > 0)[1h:5m])',
  'up * on (job) group_left (team) owners{team!=""}',
  '{__name__=~".+"} or {job="x", env=~".*"}',
  '$metric + rate($other)',
  'absent(up{job=~"$job("})',
  'histogram_quantile(0.9, sum by (le) (rate(x_bucket[$__rate_interval])))',
])('finds nothing in %s', (text) => {
  expect(errorsOf(text)).toEqual([]);
});

it.each([
  ['rate(up)', 'up: gives series at one instant to rate(), which takes series over a range of time'],
  ['sum(1)', '1: gives a number to sum(), which takes series at one instant'],
  ['sum(up[5m])', 'up[5m]: gives series over a range of time to sum(), which takes series at one instant'],
  ['topk("a", up)', '"a": gives a text to topk(), which takes a number'],
  ['topk(up)', 'topk(up): gives 1 parameters to topk(), which takes 2'],
  ['abs(up, 1)', 'abs(up, 1): gives 2 parameters to abs(), which takes 1'],
  ['round()', 'round(): gives 0 parameters to round(), which takes 1 to 2'],
  ['label_join(up)', 'label_join(up): gives 1 parameters to label_join(), which takes at least 3'],
  ['1 > 2', '1 > 2: compares two numbers without bool'],
  ['up + bool 1', 'up + bool 1: has bool behind +, which compares nothing'],
  ['up and 1', 'up and 1: has a number beside and, which takes series'],
  ['up + "a"', '"a": has a text beside +, which takes numbers and series at one instant'],
  ['up * on (a) 2', 'up * on (a) 2: matches labels with a number, which has none'],
  [
    'up and on (a) group_left () up',
    'up and on (a) group_left () up: groups with and, which matches many to many anyway',
  ],
  [
    'up * on (a) group_left (a) up',
    'up * on (a) group_left (a) up: has the label a in on() and in the grouping at once',
  ],
  ['-"a"', '"a": has a sign in front of a text'],
  [
    '{job=~".*"}',
    '{job=~".*"}: selects every series there is; at least one matcher must not match the empty text',
  ],
  ['up{a=~"("}', '(: has a pattern for a that leaves a group open'],
  ['up{a=~"a(?=b)"}', 'a(?=b): has a pattern for a that looks ahead or behind, which RE2 cannot'],
  ['up{a=~"*"}', '*: has a pattern for a that repeats nothing'],
])('of %s tells that', (text, error) => {
  expect(errorsOf(text)).toEqual([error]);
});
