import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseQuery } from './parse.ts';

it('reads metrics, matchers with their places, and functions', () => {
  const query = parseQuery(
    String.raw`SUM by (job) (rate(http_total{job='a\'b', "x.y"!~"c|d"}[5m])) / {__name__="up", __name__!="x"}`,
  );
  expect(query.selectors).toEqual([
    {
      metric: 'http_total',
      matchers: [
        { label: 'job', operator: '=', value: "a'b", start: 35, end: 39 },
        { label: 'x.y', operator: '!~', value: 'c|d', start: 50, end: 53 },
      ],
      start: 19,
      end: 55,
    },
    {
      metric: 'up',
      matchers: [{ label: '__name__', operator: '!=', value: 'x', start: 91, end: 92 }],
      start: 64,
      end: 94,
    },
  ]);
  expect([...query.functions]).toEqual(['sum', 'rate']);
  expect(query.problem).toBeUndefined();
});

it.each([
  ['a placeholder as a range', 'rate(foo[$__rate_interval]) > 1'],
  ['a placeholder as an offset', 'foo offset $shift'],
  ['a placeholder as a number', 'foo > ${threshold:raw}'],
  ['a placeholder as a metric', '$metric{job="$job"} > 1'],
  ['a template as a number', 'foo > {{ .Values.limit }}'],
  ['a dollar inside a string', 'label_replace(up, "a", "$1", "b", "(.*)$")'],
  ['an apostrophe in a comment', "up # don't\n == $limit"],
])('takes %s for what it stands for', (_, expression) => {
  expect(parseQuery(expression).problem).toBeUndefined();
});

describe('what is no PromQL', () => {
  it.each([
    ['', 'is empty', ''],
    ['up ==', 'ends too early', '='],
    ['sum(rate(up[5m])', 'ends too early', ')'],
    ['foo bar', 'cannot be read at "bar"', 'bar'],
    ['rate(foo[])', 'cannot be read at "]"', ']'],
  ])('of %j it says that it %s', (expression, message, marked) => {
    const { problem } = parseQuery(expression);
    expect([problem?.message, expression.slice(problem?.start, problem?.end)]).toEqual([message, marked]);
  });

  it('does not take its own limits for mistakes', () => {
    const chain = parseQuery('up + '.repeat(20_000) + 'up');
    expect(chain.problem?.message).toBe('is too long to be read as a whole');
    expect(parseQuery('sum('.repeat(20_000)).problem?.message).toMatch(/too (?:long|deeply)|too early/);
  });

  it('never throws, and points into the expression', () => {
    const pieces = fc.constantFrom(
      'sum(',
      'up',
      '{',
      '}',
      '"',
      "'",
      '[5m]',
      '$x',
      '{{',
      ' by ',
      ')',
      '\\',
      '=~',
      '#',
      '\n',
      '1',
    );
    fc.assert(
      fc.property(fc.array(pieces), (parts) => {
        const expression = parts.join('');
        const { problem, selectors } = parseQuery(expression);
        if (problem) expect(problem.start).toBeLessThanOrEqual(expression.length);
        for (const { end } of selectors) expect(end).toBeLessThanOrEqual(expression.length);
      }),
    );
  });
});
