import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sourceFile } from '../../source/index.ts';
import { parseDockerfile, type Instruction } from './index.ts';

const read = (text: string): readonly Instruction[] =>
  parseDockerfile(sourceFile('Dockerfile', text)).instructions;
const words = (text: string): readonly string[] =>
  read(text).flatMap((one) => one.words.map((word) => word.text));

describe('instructions', () => {
  it('go on over lines, comments and blank lines', () => {
    const text =
      '# syntax=docker/dockerfile:1\n\nfrom node AS a\nRUN one \\\n  # said in between\n\n  && two\r\nCMD ["x"]\n';
    const { instructions, comments } = parseDockerfile(sourceFile('Dockerfile', text));
    expect(instructions.map(({ keyword, body }) => [keyword, body.replace(/\s+/g, ' ')])).toEqual([
      ['FROM', 'node AS a'],
      ['RUN', 'one && two'],
      ['CMD', '["x"]'],
    ]);
    expect(comments.map((comment) => comment.text)).toEqual([
      'syntax=docker/dockerfile:1',
      'said in between',
    ]);
    const [, run] = instructions;
    expect(run && text.slice(run.bodyStart + run.body.indexOf('two')).startsWith('two')).toBe(true);
  });

  it('go on by the sign that a directive names', () => {
    expect(words('# escape=`\nRUN a `\n  b\nRUN c \\\n')).toEqual(['a', 'b', 'c', '\\']);
  });

  it('have flags before their words', () => {
    const [copy] = read('COPY --from=build --chown=a:b /x /y --z');
    expect(copy?.flags.map(({ name, value }) => [name, value])).toEqual([
      ['from', 'build'],
      ['chown', 'a:b'],
    ]);
    expect(copy?.words.map(({ text }) => text)).toEqual(['/x', '/y', '--z']);
  });

  it.each([
    ['ENV A="b c" D=e\\ f', ['A=b c', 'D=e f']],
    ["ENV A='b\"c'", ['A=b"c']],
    ['WORKDIR c:\\windows', ['c:\\windows']],
    ['ENV A="b\\"c"', ['A=b"c']],
  ])('hold together what is quoted in %s', (text, expected) => {
    expect(words(text)).toEqual(expected);
  });

  it('may be lists, each part with its place', () => {
    const text = 'COPY ["a b", "c\\"d", "e"]';
    const [copy] = read(text);
    expect(copy?.list?.map(({ text: part, span }) => [part, text.slice(span.start, span.end)])).toEqual([
      ['a b', '"a b"'],
      ['c"d', '"c\\"d"'],
      ['e', '"e"'],
    ]);
    expect(read('CMD [not, a, list]')[0]?.list).toBeUndefined();
    expect(read('CMD [1]')[0]?.list).toBeUndefined();
  });

  it('take heredocs with them, several of one line, and not what looks like one', () => {
    const text = 'RUN <<A cat <<-"B"\none\nA\ntwo\n\tB\nRUN cat <<<word\nRUN x <<GONE\nUSER shop';
    const instructions = read(text);
    expect(
      instructions.map(({ keyword, heredocs }) => [keyword, heredocs.map((one) => [one.name, one.text])]),
    ).toEqual([
      [
        'RUN',
        [
          ['A', 'one'],
          ['B', 'two'],
        ],
      ],
      ['RUN', []],
      ['RUN', []],
      ['USER', []],
    ]);
    const [first] = instructions[0]?.heredocs ?? [];
    expect(first && text.slice(first.span.start, first.span.end)).toBe('one\n');
  });
});

it('tells of a line that begins with no instruction', () => {
  const { diagnostics } = parseDockerfile(sourceFile('Dockerfile', 'FROM a\n  && b\n'));
  expect(diagnostics.map(({ message, location }) => [message, location?.span])).toEqual([
    ['This line begins with no instruction.', { start: 9, end: 13 }],
  ]);
});

it('knows where every word of any text stands, and never throws', () => {
  const part = fc.constantFrom(
    'FROM ',
    'RUN ',
    'COPY ',
    '"',
    "'",
    '\\',
    '\n',
    '\r\n',
    '# ',
    ' ',
    '[',
    ']',
    '<<E',
    'E',
    'a',
    '=',
    '--f',
    '\t',
    '`',
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 40 }), (parts) => {
      const text = parts.join('');
      for (const { keyword, keywordSpan, words: all, body, bodyStart } of read(text)) {
        expect(text.slice(keywordSpan.start, keywordSpan.end).toUpperCase()).toBe(keyword);
        expect(text.slice(bodyStart, bodyStart + body.length).length).toBe(body.length);
        for (const { span } of all) expect(span.end).toBeGreaterThan(span.start);
      }
    }),
    { numRuns: 500 },
  );
});

it.each([
  ['instructions', 'RUN x\n'.repeat(200_000)],
  ['lines that go on', `RUN ${'a \\\n'.repeat(200_000)}`],
  ['heredocs without an end', 'RUN <<A\n'.repeat(100_000)],
  ['quotes', `RUN ${'"\\'.repeat(500_000)}`],
  ['brackets', `CMD ${'["'.repeat(500_000)}`],
])('is not slowed down by many %s', (_, text) => {
  const start = performance.now();
  read(text);
  expect(performance.now() - start).toBeLessThan(3000);
});
