import { expect, it } from 'vitest';
import { parseQuery } from '../../syntax/promql/index.ts';
import { mayHave, resultLabels } from './labels.ts';

const LABELS = ['__name__', 'job', 'instance', 'le', 'x'];

it.each([
  ['up', '__name__ job instance le x'],
  ['up{x=""}', '__name__ job instance le'],
  ['rate(up[5m])', 'job instance le x'],
  ['up > 1', '__name__ job instance le x'],
  ['1 < bool up', 'job instance le x'],
  ['sum(up)', ''],
  ['sum by (job) (up)', 'job'],
  ['sum by (job, x) (up{x=""})', 'job'],
  ['sum without (job) (up)', 'instance le x'],
  ['topk by (job) (3, up)', '__name__ job instance le x'],
  ['count_values("x", up)', 'x'],
  ['histogram_quantile(0.9, up)', 'job instance x'],
  ['label_replace(sum(up), "x", "$1", "job", "(.*)")', 'x'],
  ['absent(up{job="a", x=~"b", instance="c", instance!="d"})', 'job'],
  ['absent(sum by (job) (up))', ''],
  ['absent_over_time(up{job="a"}[5m])', 'job'],
  ['vector(1)', ''],
  ['vector(scalar(up)) > 1', ''],
  ['1 > bool 0', ''],
  ['sum by (job) (up) or sum(up)', '; job'],
  ['up and on () absent(up)', '__name__ job instance le x'],
  ['up * on (job) up', 'job'],
  ['up * ignoring (job) up', 'instance le x'],
  ['up / sum by (job) (up)', 'job'],
  ['sum by (job, x) (up) / sum without (x) (up)', 'job'],
  ['absent(up{job="a"}) * on () group_left (x) up', 'job x'],
  ['up * on () group_right (x) absent(up{job="a"})', 'job x'],
  ['up == on (job) group_left () sum by (job) (up)', '__name__ job instance le x'],
  ['max_over_time(sum by (job) (up)[1h:])', 'job'],
])('series of %s may have: %s', (text, expected) => {
  const { expression } = parseQuery(text);
  const sets = expression ? resultLabels(expression) : [];
  const shown = sets.map((set) => LABELS.filter((label) => mayHave(set, label)).join(' '));
  expect(shown.sort().join('; ')).toBe(expected);
});
