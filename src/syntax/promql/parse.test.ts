import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseQuery } from './parse.ts';
import type { Expression } from './query.ts';

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
  ['a placeholder before its unit', 'rate(foo[${__range_s}s]) > 1'],
  ["Grafana's older form", 'rate(foo{job="[[job]]"}[[[range]]])'],
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
    ['sum(ratee(up[5m]))', 'calls ratee(), which is no function', 'ratee'],
    ['up{job="api} > 1', 'leaves a text open', '"'],
    ['"up > 1', 'leaves a text open', '"'],
    ['(up)[5m]', 'asks for a range of what is no selector', '(up)'],
    ['rate(up[5m][1m])', 'asks for a range of what is no selector', 'up[5m]'],
    ['sum(up) offset 5m', 'moves what is no selector with offset', 'sum(up)'],
    ['sum(up) @ end()', 'moves what is no selector with @', 'sum(up)'],
  ])('of %j it says that it %s', (expression, message, marked) => {
    const { problem } = parseQuery(expression);
    expect([problem?.message, expression.slice(problem?.start, problem?.end)]).toEqual([message, marked]);
  });

  it.each([
    ['a metric that is called like a keyword', 'offset > 1', false],
    ['a colon in the name of a label', 'sum by (a:b) (up)', false],
    ['a number that ends in its point', 'up > 80.', false],
    ['what a placeholder may fill in', 'up $operator 3 3', false],
    [
      'an operator too many, beside a text with a dollar',
      'label_replace(up, "a", "$1", "b", "") > > 1',
      true,
    ],
  ])('with %s it is sure or not', (_, expression, sure) => {
    expect(parseQuery(expression).problem?.sure).toBe(sure);
  });

  it.each([
    ['a difference', 'a - b offset 5m'],
    ['a moved range', 'rate(a[5m] offset 1h)'],
    ['a moved subquery', 'max_over_time((a > 1)[1h:5m] @ end() offset 1m)'],
  ])('is not %s', (_, expression) => {
    expect(parseQuery(expression).problem).toBeUndefined();
  });

  it('does not read what is broken inside again at every level around it', () => {
    const { problem } = parseQuery(`${'a + ('.repeat(60)}a +${')'.repeat(60)}`);
    expect(problem?.sure).toBe(true);
  });

  it('does not take its own limits for mistakes', () => {
    const chain = parseQuery('up + '.repeat(20_000) + 'up');
    expect(chain.problem?.message).toMatch(/^(?:is too long|nests too deeply) to be read/);
    for (const operators of [1_200, 1_400, 2_000])
      expect(parseQuery(`a${'+a'.repeat(operators)}`).problem?.sure).not.toBe(true);
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

describe('the tree of', () => {
  it.each([
    ['1 + 2', '(+ 1 2)'],
    ['-up', '(signed up)'],
    ['sum by (a, "b.c") (rate(x{y="z"}[5m] offset 1h))', '(sum by a,b.c (rate x[300]))'],
    ['quantile(0.9, x) without (le)', '(quantile without le 0.9 x)'],
    ['a == bool b', '(==bool a b)'],
    ['a * on (x) group_left (y, z) b', '(* on x left y,z a b)'],
    ['a unless ignoring (x) (b @ end())', '(unless ignoring x a b)'],
    ['max_over_time((a > 1)[1h:5m])', '(max_over_time (> a 1)[])'],
    ['rate(x[5m + 1m])', '(rate x[?])'],
    ['label_replace(up, "a", "$1", "b", "(.*)")', '(label_replace up "a" "$1" "b" "(.*)")'],
  ])('%s is %s', (text, expected) => {
    const show = (node: Expression): string => {
      switch (node.kind) {
        case 'number':
          return text.slice(node.start, node.end);
        case 'text':
          return JSON.stringify(node.text);
        case 'selector':
          return node.selector.metric ?? '';
        case 'range':
          return `${show(node.of)}[${node.seconds ?? '?'}]`;
        case 'subquery':
          return `${show(node.of)}[]`;
        case 'signed':
          return `(signed ${show(node.of)})`;
        case 'call':
          return `(${[node.name, ...node.parameters.map(show)].join(' ')})`;
        case 'aggregate':
          return `(${[node.name, node.grouping, node.labels.join(','), ...node.parameters.map(show)].join(' ')})`;
        case 'binary': {
          const { matching: m, operator, bool, left, right } = node;
          const how = m && [m.by, m.labels.join(','), m.many, m.included.join(',')].filter(Boolean);
          return `(${[operator + (bool ? 'bool' : ''), ...(how ?? []), show(left), show(right)].join(' ')})`;
        }
      }
    };
    const { expression, problem } = parseQuery(text);
    expect(problem).toBeUndefined();
    expect(expression && show(expression)).toBe(expected);
  });
});
