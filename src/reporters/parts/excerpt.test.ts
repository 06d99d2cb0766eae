import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sourceFile } from '../../source/index.ts';
import { excerptOf, type Excerpt } from './excerpt.ts';
import { redactionsOf } from './redaction.ts';
import { displayWidth } from './width.ts';
import { at } from '../testing/builder.ts';
import { RULES } from '../testing/rules.ts';

const nothing = new Map();

/** Lines with their marks under them, as a reader sees them. */
function draw(excerpt: Excerpt): string {
  return excerpt
    .map((line) => {
      if ('skipped' in line) return `⋮ ${line.skipped}`;
      const { mark = { start: 0, end: 0 }, text, number } = line;
      const marks = '^'.repeat(displayWidth(text.slice(mark.start, mark.end)));
      const under = marks && `\n  ${' '.repeat(displayWidth(text.slice(0, mark.start)))}${marks}`;
      return `${number} ${text}${under}`;
    })
    .join('\n');
}

function show(text: string, marked: string | readonly [number, number], width = 40): string {
  const file = sourceFile('a.yaml', text);
  const span =
    typeof marked === 'string'
      ? { start: text.indexOf(marked), end: text.indexOf(marked) + marked.length }
      : { start: marked[0], end: marked[1] };
  return `\n${draw(excerptOf({ file, span }, { width, redactions: nothing }))}\n`;
}

test('a line stands between its neighbors, blank ones left out', () => {
  expect(show('a: 1\nb: 2\n\nc: 3\n', 'b: 2')).toBe('\n1 a: 1\n2 b: 2\n  ^^^^\n');
});

test('marks stay under their text behind tabs, wide characters and emoji', () => {
  expect(show('\tname: 決済 # 👩‍💻 é\n', '決済')).toBe('\n1     name: 決済 # 👩‍💻 é\n            ^^^^\n');
  expect(show('\tname: 決済 # 👩‍💻 é\n', 'é')).toBe('\n1     name: 決済 # 👩‍💻 é\n                      ^\n');
  expect(show('a\tb: x\n', 'b')).toBe('\n1 a   b: x\n      ^\n');
});

test('CRLF and lone CR end lines and are not shown', () => {
  expect(show('a: 1\r\nb: 2\rc: 3\r\n', 'b: 2')).toBe('\n1 a: 1\n2 b: 2\n  ^^^^\n3 c: 3\n');
});

test('a place of several lines is marked on each, without the indentation and without the line after it', () => {
  expect(show('x {\n  a = 1\n}\ny\n', 'x {\n  a = 1\n}\n')).toBe(
    '\n1 x {\n  ^^^\n2   a = 1\n    ^^^^^\n3 }\n  ^\n4 y\n',
  );
});

test('the middle of a long place is counted', () => {
  const text = Array.from({ length: 20 }, (_, index) => `line${index + 1}`).join('\n');
  expect(show(text, [0, text.length])).toBe(
    '\n1 line1\n  ^^^^^\n2 line2\n  ^^^^^\n3 line3\n  ^^^^^\n4 line4\n  ^^^^^\n⋮ 14\n19 line19\n  ^^^^^^\n20 line20\n  ^^^^^^\n',
  );
});

test('a line longer than the screen is cut around the mark', () => {
  const text = `${'a'.repeat(500)}MARK${'b'.repeat(500)}`;
  expect(show(text, 'MARK', 20)).toBe('\n1 …aaaaaaaMARKbbbbbbb…\n          ^^^^\n');
  expect(show(`key: ${'v'.repeat(60)}`, 'key', 20)).toBe('\n1 key: vvvvvvvvvvvvv…\n  ^^^\n');
  expect(show(`${' '.repeat(10)}${'v'.repeat(60)}`, 'v'.repeat(60), 20)).toBe(
    '\n1 …vvvvvvvvvvvvvvvvvv…\n   ^^^^^^^^^^^^^^^^^^\n',
  );
});

test('a place without extent, and the end of the file, still get a mark', () => {
  expect(show('a: \nb: 1\n', [3, 3])).toBe('\n1 a:  \n     ^\n2 b: 1\n');
  expect(show('', [0, 0])).toBe('\n1  \n  ^\n');
});

test('control characters are shown, and the marks allow for their escapes', () => {
  expect(show('a: \x1b[31m\u202e b\n', 'b')).toBe('\n1 a: \\x1b[31m\\u202e b\n                    ^\n');
});

test('what a secret rule points at is not shown, not even as context of another place', () => {
  const file = sourceFile('a.yaml', 'user: root\npassword: hunter2 # now\nhost: db\n');
  const secret = at(file, 'hunter2');
  const redactions = redactionsOf({
    // Only the rule and the place matter here.
    findings: [{ rule: RULES['secrets/no-literal-secret'], location: secret }] as never,
    undecided: [],
  });
  expect(draw(excerptOf(at(file, 'host'), { width: 40, redactions }))).toBe(
    '2 password: •••••• # now\n3 host: db\n  ^^^^',
  );
  expect(draw(excerptOf(secret, { width: 40, redactions }))).toBe(
    '1 user: root\n2 password: •••••• # now\n            ^^^^^^\n3 host: db',
  );
});

test('no text and no place breaks it: marks are inside the lines, and lines fit', () => {
  const piece = fc.constantFrom(
    'a',
    '\t',
    '\r\n',
    '\r',
    '\n',
    '決',
    '👩‍💻',
    '\ud83d',
    '\x1b',
    'e\u0301',
    '\u202e',
    ' ',
    'x'.repeat(50),
  );
  fc.assert(
    fc.property(
      fc.array(piece, { maxLength: 40 }),
      fc.nat(),
      fc.nat(),
      fc.integer({ min: 20, max: 60 }),
      (pieces, a, b, width) => {
        const text = pieces.join('');
        const [start, end] = [a % (text.length + 1), b % (text.length + 1)].sort((x, y) => x - y) as [
          number,
          number,
        ];
        const excerpt = excerptOf(
          { file: sourceFile('a', text), span: { start, end } },
          { width, redactions: nothing },
        );
        expect(excerpt.some((line) => 'mark' in line)).toBe(true);
        for (const line of excerpt) {
          if ('skipped' in line) continue;
          expect(displayWidth(line.text)).toBeLessThanOrEqual(width + 1);
          if (line.mark)
            expect(
              0 <= line.mark.start && line.mark.start < line.mark.end && line.mark.end <= line.text.length,
            ).toBe(true);
        }
      },
    ),
  );
});
