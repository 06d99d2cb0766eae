import fc from 'fast-check';
import { expect, it } from 'vitest';
import { expressionsIn, parseExpression, type Expression } from './expression.ts';

function print(expression: Expression): string {
  switch (expression.kind) {
    case 'literal':
      return `'${expression.text}'`;
    case 'path':
      return expression.segments.join('.');
    case 'call':
      return `${expression.name}(${expression.arguments.map(print).join(', ')})`;
    case 'binary':
      return `(${print(expression.left)} ${expression.operator} ${print(expression.right)})`;
    case 'not':
    case 'opaque':
      return expression.kind;
  }
}

it.each([
  ['github.sha', 'github.sha'],
  ["github['event'].commits[0].message", 'github.event.commits.0.message'],
  ['github.event.commits.*.message', 'github.event.commits.*.message'],
  ["a == 'x' && 'y' || 'it''s'", "(((a == 'x') && 'y') || 'it's')"],
  ['(a || b) && !c', '((a || b) && not)'],
  ['fromJSON(needs.x.outputs.y).z', 'fromJSON(needs.x.outputs.y)'],
  ["contains(fromJSON('[1]'), -2.5)", "contains(fromJSON('[1]'), '-2.5')"],
  ['a[b.c].d', 'a.*.d'],
  ['a ~ b', 'opaque'],
  ['', 'opaque'],
])('reads %s', (source, expected) => {
  expect(print(parseExpression(source))).toBe(expected);
});

it('finds expressions past braces in strings, and stops at one that is not closed', () => {
  const text = "a ${{ '}}' }} b ${{ c }} ${{ d";
  expect(expressionsIn(text).map(({ start, end }) => text.slice(start, end))).toEqual([
    "${{ '}}' }}",
    '${{ c }}',
  ]);
});

it('never throws, and stays linear', () => {
  const piece = fc.constantFrom(
    '(',
    ')',
    '[',
    ']',
    '.',
    ',',
    '!',
    '&&',
    '||',
    "'",
    'a',
    '*',
    ' ',
    '${{',
    '}}',
    '==',
  );
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      for (const { body } of expressionsIn(pieces.join(''))) parseExpression(body);
      parseExpression(pieces.join(''));
    }),
  );
  const start = performance.now();
  for (const text of ['(', '!', 'a[', 'a.', "'", 'f(', 'a||']) parseExpression(text.repeat(100_000));
  expressionsIn('${{ '.repeat(100_000));
  expect(performance.now() - start).toBeLessThan(4_000);
});
