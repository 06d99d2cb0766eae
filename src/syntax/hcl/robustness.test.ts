import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sourceFile, type Span } from '../../source/index.ts';
import { parseHcl, parseHclTemplate } from './parse.ts';
import type { HclBody } from './tree.ts';

/** What HCL is made of, to be thrown together. */
const TOKENS = [
  ...[
    '{',
    '}',
    '[',
    ']',
    '(',
    ')',
    '"',
    '${',
    '%{',
    '~}',
    '=',
    '==',
    '=>',
    ',',
    '.',
    ':',
    '?',
    '...',
    '*',
    '-',
  ],
  ...[
    '\n',
    '  ',
    '# c\n',
    '/*',
    '*/',
    '<<EOT\n',
    '<<-EOT\n',
    '\nEOT\n',
    '\\',
    '$',
    '%',
    '\r\n',
    '\t',
    "'",
    '\0',
  ],
  ...[
    'a',
    'resource',
    'for',
    'in',
    'if',
    'else',
    'endif',
    'endfor',
    '1',
    '0.5e3',
    'true',
    'é',
    '😀',
    'x = 1\n',
  ],
  ...['r "a" {\n', '}\n'],
];

const soup = fc.array(fc.constantFrom(...TOKENS), { maxLength: 120 }).map((tokens) => tokens.join(''));

/** Parts lie within their wholes. */
function misplaced(body: HclBody, { start, end }: Span): readonly string[] {
  const wrong: string[] = [];
  for (const { start: from, end: to, name, nameSpan, value } of body.attributes) {
    if (from < start || to > end || nameSpan.end - nameSpan.start !== name.length) wrong.push(name);
    if (value.start < nameSpan.end || value.end < value.start || value.end > end) wrong.push(`${name} =`);
  }
  for (const block of body.blocks) {
    if (block.start < start || block.end > end || block.headerSpan.end > block.body.start)
      wrong.push(block.type);
    wrong.push(...misplaced(block.body, block.body));
  }
  return wrong;
}

function check(text: string): void {
  const { body, diagnostics } = parseHcl(sourceFile('a.tf', text));
  expect(misplaced(body, { start: 0, end: text.length })).toEqual([]);
  for (const { location, message } of diagnostics) {
    expect(message.endsWith('.')).toBe(true);
    expect(location && location.span.start >= 0 && location.span.end <= text.length).toBe(true);
  }
  parseHclTemplate(sourceFile('a.tftpl', text));
}

describe('never throws, and gives spans within the text', () => {
  test('for any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), check), { numRuns: 500 });
  });

  test('for any mixture of tokens', () => {
    fc.assert(fc.property(soup, check), { numRuns: 2000 });
  });
});

test('blocks that are too deep are one problem, at the first of them', () => {
  const { diagnostics } = parseHcl(sourceFile('a.tf', `${'b {\n'.repeat(900)}${'}\n'.repeat(900)}`));
  expect(diagnostics.map(({ code, location }) => [code, location?.span.start])).toEqual([
    ['hcl/too-deep', 200 * 4 + 2],
  ]);
});

/** The best of three, since the machine has other things to do. */
function milliseconds(text: string): number {
  let best = Infinity;
  for (let run = 0; run < 3; run++) {
    const start = performance.now();
    parseHcl(sourceFile('a.tf', text));
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

describe('takes time in proportion to the text', () => {
  const hostile: readonly (readonly [name: string, make: (n: number) => string])[] = [
    ['deep brackets', (n) => `x = ${'['.repeat(n)}`],
    ['deep objects', (n) => 'x = {\n'.repeat(n)],
    ['deep blocks', (n) => 'b {\n'.repeat(n)],
    ['deep templates', (n) => `x = ${'"${'.repeat(n)}`],
    ['deep parentheses, closed', (n) => `x = ${'('.repeat(n)}1${')'.repeat(n)}`],
    ['many operators', (n) => `x = ${'1 + '.repeat(n)}1`],
    ['many steps', (n) => `x = a${'.b'.repeat(n)}`],
    ['many signs', (n) => `x = ${'-'.repeat(n)}1`],
    ['open heredocs', (n) => 'x = <<EOT\n'.repeat(n)],
    ['heredocs of other names', (n) => Array.from({ length: n }, (_, i) => `x = <<E${String(i)}\n`).join('')],
    ['a broken heredoc around items', (n) => `${'x = <<EOT\n'.repeat(n)}$\{ }\nEOT\n`],
    ['open comments', (n) => 'x = 1 /*\n'.repeat(n)],
    ['open lists', (n) => 'x = [\n'.repeat(n)],
    ['open strings', (n) => 'x = "\n'.repeat(n)],
    ['nested if directives', (n) => `x = "${'%{ if a }'.repeat(n)}"`],
    ['one attribute again and again', (n) => 'x = 1\n'.repeat(n)],
    ['objects open over many items', (n) => `${'x = {\n'.repeat(100)}${'k = 1\n'.repeat(n)}`],
  ];

  test.each(hostile)('%s', (_, make) => {
    check(make(2000));
    // A quadratic step takes sixteen times as long for four times as much.
    const [few, many] = [milliseconds(make(4000)), milliseconds(make(16_000))];
    expect(many).toBeLessThan(Math.max(60, few * 11));
  });
});
