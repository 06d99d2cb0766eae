import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sourceFile } from '../../source/index.ts';
import { parseSql } from './index.ts';

const statements = (text: string): string[] =>
  parseSql(sourceFile('a.sql', text)).statements.map(({ tokens }) =>
    tokens
      .map(({ kind, text: content }) => (kind === 'text' ? "''" : kind === 'name' ? `"${content}"` : content))
      .join(' '),
  );

it.each<[what: string, text: string, expected: string[]]>([
  ['statements', 'drop table a;;\nselect 1', ['DROP TABLE A', 'SELECT 1']],
  [
    'semicolons in texts',
    "insert into a values ('x;''y'); select 2",
    ["INSERT INTO A VALUES ( '' )", 'SELECT 2'],
  ],
  ['names in quotes', 'alter table "Order" drop `b;c`;', ['ALTER TABLE "Order" DROP "b;c"']],
  ['comments', '-- drop table a;\n/* drop; */ select /* x */ 1;', ['SELECT 1']],
  ['bodies of functions', 'do $$ drop table a; $$; do $x$ $$ $x$', ["DO ''", "DO ''"]],
  ['what does not end', "select 'a; drop table b", ["SELECT ''"]],
  ['a body that does not end', 'do $a$ b; c', ['DO $ A$ B', 'C']],
])('reads %s', (_, text, expected) => {
  expect(statements(text)).toEqual(expected);
});

it('keeps comments with their places', () => {
  const { comments } = parseSql(sourceFile('a.sql', 'a;\n  -- +goose Down\nb;'));
  expect(comments.map(({ text, location }) => [text, location.span.start])).toEqual([['-- +goose Down', 5]]);
});

it('takes any text, and every token is a part of it in order', () => {
  const piece = fc.constantFrom(
    "'",
    '"',
    '`',
    '$',
    '$$',
    '$a$',
    '--',
    '/*',
    '*/',
    ';',
    '\n',
    ' ',
    'drop',
    'é',
    '0x',
    '\\',
  );
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const text = pieces.join('');
      let end = 0;
      for (const { tokens } of parseSql(sourceFile('a.sql', text)).statements)
        for (const token of tokens) {
          expect(token.start).toBeGreaterThanOrEqual(end);
          expect(token.end).toBeGreaterThan(token.start);
          ({ end } = token);
        }
      expect(end).toBeLessThanOrEqual(text.length);
    }),
  );
});

it.each([`$a1$`, "'", '/*', '$$', '--\n', "''", '";'])(
  'is not slowed down by hundreds of thousands of %j',
  (piece) => {
    const text = Array.from({ length: 300_000 }, (_, i) => piece.replace('1', String(i))).join(' ');
    const before = performance.now();
    parseSql(sourceFile('a.sql', text));
    expect(performance.now() - before).toBeLessThan(3000);
  },
);
