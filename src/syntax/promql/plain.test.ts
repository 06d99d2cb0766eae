import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readWhole } from './parse.ts';
import { readPlain } from './plain.ts';

describe('a plain expression is read as by the parser', () => {
  it.each([
    'up == 0',
    ' sum by (job, code) (rate(http_requests_total{code=~"5..", job!=\'a\'}[5m])) > 1.5e-3 ',
    'SELECTOR:of:rule{__name__="x", __name__!~"y"}',
    '{__name__="up", quantile="0.99"}',
    'sum(a) without (b) / ignoring (c) group_left (d, e) sum without () (f)',
    'a * on (x) group_right b > bool 1 and on () vector(1) or c unless d',
    '((a + b) * (c - d)) / 2 % 3',
    'predict_linear(x[6h], 4 * 60 * 60) < 0',
    'count_values("version", build_info) and topk(5, x) == time()',
    'label_replace(up, "a", "\\"b\\n", `c\\d`, "e")',
    'a-b-c*d/e',
    'histogram_quantile(0.99, sum by (le) (rate(x_bucket[1h30m])))',
  ])('%s', (expression) => {
    const plain = readPlain(expression);
    expect(plain).toBeDefined();
    expect(plain).toEqual(readWhole(expression));
    expect([...(plain?.functions ?? [])]).toEqual([...readWhole(expression).functions]);
  });

  it('or not at all', () => {
    const piece = fc.constantFrom(
      ...'sum( rate( max( time( by without on ignoring group_left group_right bool and or unless offset'.split(
        ' ',
      ),
      ...'up a:b quantile start on{ {x="y"} {x=~"y",} { } ( ) () (a,b) (a) [5m] [1m30s] [5m:1m] , == = != < + - * / % ^ @'.split(
        ' ',
      ),
      ...[
        '"t"',
        "'t'",
        '`t`',
        '"',
        '1',
        '2.5',
        '1e3',
        '5m',
        '0x1f',
        'NaN',
        '#',
        '\n',
        'Sum(',
        'up',
        'up',
        '1',
        ')',
        ')',
      ],
    );
    const part = fc.tuple(piece, fc.constantFrom('', ' '));
    let read = 0;
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        const expression = parts.flat().join('');
        const plain = readPlain(expression);
        if (!plain) return;
        read++;
        expect(plain).toEqual(readWhole(expression));
      }),
      { numRuns: 20_000 },
    );
    expect(read).toBeGreaterThan(200);
  });

  it('whatever it is composed of', () => {
    const { expression } = fc.letrec<Record<'expression' | 'operand' | 'selector', string>>((tie) => ({
      selector: fc
        .tuple(
          fc.constantFrom('up', 'a:b', 'x_total', 'quantile', 'rate', 'sum', 'by'),
          fc.constantFrom('', '{a="b"}', '{a!="b",c=~"d.*"}', '{}'),
        )
        .map(([name, matchers]) => name + matchers),
      operand: fc.oneof(
        { maxDepth: 3 },
        tie('selector'),
        tie('selector').map((selector) => `rate(${selector}[5m])`),
        fc.constantFrom('1', '0.5', '"t"', 'time()'),
        tie('expression').map((inner) => `(${inner})`),
        fc
          .tuple(
            fc.constantFrom('sum', 'max by (a)', 'count without (b, c)', 'min'),
            tie('expression'),
            fc.constantFrom('', ' by (x)'),
          )
          .map(([name, inner, behind]) => `${name}(${inner})${behind}`),
      ),
      expression: fc.oneof(
        { maxDepth: 3 },
        tie('operand'),
        fc
          .tuple(
            tie('expression'),
            fc.constantFrom(
              '+',
              '-',
              '*',
              '/',
              '%',
              '==',
              '>',
              '> bool',
              'and',
              'or',
              'unless',
              '* on (a)',
              '/ ignoring(b) group_left',
              '== on() group_right (c)',
              '+ bool',
            ),
            tie('operand'),
          )
          .map(([left, operator, right]) => `${left} ${operator} ${right}`),
      ),
    }));
    let read = 0;
    fc.assert(
      fc.property(expression, (text) => {
        const plain = readPlain(text);
        if (!plain) return;
        read++;
        expect(plain).toEqual(readWhole(text));
      }),
      { numRuns: 3_000 },
    );
    expect(read).toBeGreaterThan(500);
  });
});

it.each([
  '',
  'up ==',
  'sum()',
  'foo bar',
  'rate(foo[])',
  'ratee(up[5m])',
  'up offset 5m',
  '-up',
  'a ^ b',
  'up{a="b",}',
  'up > up[5m]',
  '5m',
  'up # comment',
  `${'('.repeat(60)}up${')'.repeat(60)}`,
  `up + ${'up + '.repeat(500)}up`,
])('%j is left to the parser', (expression) => {
  expect(readPlain(expression)).toBeUndefined();
});
