import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sourceFile } from '../../source/index.ts';
import { parseToml } from './index.ts';

const read = (text: string) => parseToml(sourceFile('a.toml', text));

const TEXT = `# what is collected
data_dir = "/var/lib/vector" # where
"quoted key" . 'b c' = 1_000
big = 0xff
at = 1979-05-27 07:32:00Z

[sources.app]
type = 'file'
include = [
  "/var/log/*.log", # all
  "/srv/\\u0041\\n",
]

[[groups]]
name = "a"
[[groups]]
name = "b"
limits = { soft = 1.5, hard.max = -2 }

[transforms.parse]
source = '''
. = parse!("x")
'''
escaped = """a \\
   b""""
`;

it('gives the values of a file', () => {
  const { documents, diagnostics } = read(TEXT);
  expect(diagnostics).toEqual([]);
  expect(documents[0]?.value).toEqual({
    data_dir: '/var/lib/vector',
    'quoted key': { 'b c': 1000 },
    big: 255,
    at: '1979-05-27 07:32:00Z',
    sources: { app: { type: 'file', include: ['/var/log/*.log', '/srv/A\n'] } },
    groups: [{ name: 'a' }, { name: 'b', limits: { soft: 1.5, hard: { max: -2 } } }],
    transforms: { parse: { source: '. = parse!("x")\n', escaped: 'a b"' } },
  });
  expect(documents[0]?.comments.map(({ text }) => text)).toEqual(['what is collected', 'where', 'all']);
});

it('tells where each value and key stands', () => {
  const [document] = read(TEXT).documents;
  const at = (path: readonly (string | number)[], part?: 'key' | 'entry'): string | undefined => {
    const span = document?.locate(path, part).span;
    return span && TEXT.slice(span.start, span.end);
  };
  expect(at(['sources', 'app', 'include', 1])).toBe('"/srv/\\u0041\\n"');
  expect(at(['sources', 'app'], 'key')).toBe('app');
  expect(at(['groups', 1, 'limits', 'hard', 'max'])).toBe('-2');
  expect(at(['groups', 1, 'name'], 'entry')).toBe('name = "b"');
  expect(at(['sources', 'app', 'missing'])).toBe('app');
});

describe('mistakes', () => {
  it.each([
    ['a = ', 4, 'Expected a value.'],
    ['a = "x', 4, 'This text is not closed.'],
    ['a = 1\na = 2', 6, '"a" is defined twice.'],
    ['a = 1\n[a]', 7, '"a" is defined twice.'],
    ['[a', 2, 'Expected "]".'],
    ['a = 1 b = 2', 6, 'The line should end here.'],
    ['a = "\\q"', 5, 'There is no escape \\q.'],
    [`a = ${'['.repeat(10_000)}`, 516, 'The nesting is deeper than 512 levels.'],
  ])('of %.20j are told where they are', (text, start, message) => {
    const { documents, diagnostics } = read(text);
    expect(documents).toEqual([]);
    expect(diagnostics.map((one) => [one.location?.span.start, one.message])).toEqual([[start, message]]);
  });
});

it('never throws, whatever the text', () => {
  const piece = fc.constantFrom(
    '[',
    ']',
    '[[',
    'a',
    '.',
    '=',
    '"',
    "'",
    '"""',
    "'''",
    '{',
    '}',
    ',',
    '\n',
    '#',
    '1',
    '\\',
    ' ',
    '__proto__',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const { documents, diagnostics } = read(pieces.join(''));
      expect(documents.length + diagnostics.length).toBe(1);
    }),
    { numRuns: 2000 },
  );
});
