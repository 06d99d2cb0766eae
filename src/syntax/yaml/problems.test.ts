import { describe, expect, test } from 'vitest';
import { parse, said, values } from './testing.ts';

const QUOTE_ALL = 'Quote the whole text; a comment needs a blank before its "#".';
const ALIGN =
  'Align it with its siblings; check that the line above ends its value, and that quotes and brackets are closed.';
const QUOTE_COLON =
  'A value that contains ": " must be quoted. | Quote the whole text; if a mapping is meant, start it on a line of its own.';
const CONTINUED =
  'Indented deeper than the key above, this line goes on with its value, and a value that contains ": " must be quoted. | Align the line with its siblings, or quote the whole text.';

describe('what breaks the grammar is said at its place', () => {
  test.each([
    ['a: b: c\n', `yaml/syntax 1:5 «:» | ${QUOTE_COLON}`],
    ['a:\n  - "b": c: d\n', `yaml/syntax 2:11 «:» | ${QUOTE_COLON}`],
    ['a: b\n  c: d\ne: f\n', `yaml/indentation 2:4 «:» | ${CONTINUED}`],
    ['a:\n\tb: 1\n', 'yaml/tab 2:1 «\tb:» | Tabs are not allowed in indentation. | Indent with spaces.'],
    [
      'a:\n  b: 1\n c: 2\n',
      `yaml/indentation 3:2 «c:» | The indentation fits neither the line above nor any enclosing level. | ${ALIGN}`,
    ],
    [
      'a: 1\nb\nc: 2\n',
      'yaml/syntax 2:1 «b» | Expected ":" and a value after the key. | Write "key: value"; a text over several lines needs "|" or ">" or quotes; check the indentation.',
    ],
    [
      'a: [1, 2\nb: 3\n',
      `yaml/indentation 2:1 «b:» | A line inside quotes or brackets must be indented deeper. | ${ALIGN}`,
    ],
    [
      'a: "x\n',
      'yaml/unclosed 2:1 «» | The document ends inside quotes or brackets. | Close what was opened; quote a text that starts with a bracket or a quote.',
    ],
    [
      '["a',
      'yaml/unclosed 1:4 «» | The document ends inside a quoted text: expected the closing quote. | Close the quote; inside single quotes write two for one.',
    ],
    [
      'a: "\\q"\n',
      'yaml/escape 1:5 «\\q"» | This is no escape of a double-quoted text: expected one of \\n \\t \\" \\\\ \\/ \\xNN \\uNNNN and the like. | Write "\\\\" for a backslash, or use single quotes.',
    ],
    [
      'a: "x" y\n',
      `yaml/syntax 1:8 «y» | Expected the end of the line: the value before is complete. | ${QUOTE_ALL}`,
    ],
    ['a: @b\n', 'yaml/syntax 1:4 «@b» | A text must not start with "@", "`" or "%". | Quote the text.'],
    [
      'a: *\n',
      'yaml/syntax 1:5 «» | Expected a name after "*" or "&". | Quote a text that starts with one of them.',
    ],
    [
      'a: \u0000\n',
      'yaml/control-character 1:4 «\u0000» | The file contains a NUL character, so it is hardly a YAML file.',
    ],
    ['a: !e!x 1\n', 'yaml/tag 1:8 «» | The prefix of this tag has no %TAG directive.'],
  ])('%j', (text, expected) => {
    const file = parse(text);
    expect(said(file)).toEqual([expected]);
    expect(file.documents).toEqual([]);
  });

  test('and costs only its own document', () => {
    expect(values('a: 1\n---\nb: [\n---\nc: 3\n---\n\t\u0007\n---\nd: 4\n')).toEqual([
      { a: 1 },
      { c: 3 },
      { d: 4 },
    ]);
  });
});

describe('what can be read in spite of it', () => {
  test.each([
    [
      'a: 1\nb: 2\n"a": 3\n',
      { a: 3, b: 2 },
      'yaml/duplicate-key 3:1 «"a"» | The key "a" is given more than once; the last one counts here, other programs may differ. | Keep one of them.',
    ],
    [
      'a: &a [x, *a]\n',
      { a: ['x', null] },
      'yaml/cyclic-alias 1:11 «*a» | The alias "*a" stands inside what it repeats; it was read as null. | Write out what is meant, or move the anchor.',
    ],
    [
      'a: &common 1\nb: *comon\n',
      { a: 1, b: null },
      'yaml/unknown-alias 2:4 «*comon» | There is no anchor "&comon" before this alias; it was read as null. | Did you mean "*common"?',
    ],
    [
      '<<: 5\na: 1\n',
      { a: 1 },
      'yaml/merge 1:1 «<<» | A merge key "<<" takes a mapping or a list of mappings; what else it was given was left out.',
    ],
    [
      '[a]: 1\n',
      { '[a]': 1 },
      'yaml/complex-key 1:1 «[a]» | A list or a mapping cannot be a key here; it was read as the text it is written with. | Quote a text that starts with a bracket.',
    ],
    ['a: !!int x\n', { a: 'x' }, 'yaml/tag 1:10 «x» | The text does not fit its tag; it was read as text.'],
  ])('%j', (text, value, expected) => {
    const file = parse(text);
    expect(said(file)).toEqual([expected]);
    expect(file.documents.map((document) => document.value)).toEqual([value]);
  });

  test('a duplicate names the first place of its key', () => {
    const [diagnostic] = parse('a: 1\na: 2\n').diagnostics;
    expect(diagnostic?.related?.map(({ location, message }) => [location.span, message])).toEqual([
      [{ start: 0, end: 1 }, 'given here first'],
    ]);
  });
});

describe('templates', () => {
  test.each([
    ['a: {{ .Values.a }}\n', '1:4'],
    ['kind: List\n{{- range .Values.items }}\n- a\n{{- end }}\n', '2:1'],
    ['{% if x %}\na: 1\n{% endif %}\n', '1:1'],
    ['<% if x %>\na: b: c\n', '1:1'],
  ])('%j gives one note and no document', (text, place) => {
    const file = parse(text);
    expect(file.documents).toEqual([]);
    expect(file.diagnostics.map(({ code, level }) => [code, level])).toEqual([['yaml/template', 'note']]);
    expect(said(file)[0]).toContain(`yaml/template ${place} «`);
  });

  test.each([
    'a: b: c\nrun: ${{ secrets.X }}\n',
    'a: b: c\nsummary: "{{ $labels.pod }} is down"\n',
    'a: b: c\nsummary: on {{ $labels.pod }} and {{ $value }}\n',
    'a: b: c\n- text: |\n    {{ x }}\n',
    'a: b: c # {{ x }}\n',
    'a: b: c\ntext: \'{{ template "slack.text" . }}\n',
    'text: "{{ x }}\nb: c\n',
  ])('%j is a broken file, and no template', (text) => {
    expect(parse(text).diagnostics.map(({ level }) => level)).toEqual(['error']);
  });

  test('placeholders in a file that parses are texts', () => {
    expect(values('a: "{{ x }}"\nb: x {{ y }}\nc: ${{ z }}\n')).toEqual([
      { a: '{{ x }}', b: 'x {{ y }}', c: '${{ z }}' },
    ]);
  });
});

describe('hostile files', () => {
  const codes = (text: string): string[] => parse(text).diagnostics.map(({ code }) => code);

  test('nesting is read to 512 levels', () => {
    expect(codes(`${'['.repeat(512)}1${']'.repeat(512)}`)).toEqual([]);
    expect(codes(`${'['.repeat(520)}1${']'.repeat(520)}`)).toEqual(['yaml/too-deep']);
    expect(codes('- '.repeat(10_000))).toEqual(['yaml/too-deep']);
    expect(codes('{a: '.repeat(10_000))).toEqual(['yaml/too-deep']);
  });

  test('an alias bomb is cut off', () => {
    const lines = Array.from({ length: 20 }, (_, i) => `l${i + 1}: &l${i + 1} [${`*l${i}, `.repeat(9)}]`);
    const file = parse(`l0: &l0 x\n${lines.join('\n')}\n`);
    expect(file.diagnostics.map(({ code }) => code)).toEqual(['yaml/alias-budget']);
    expect(JSON.stringify(file.documents[0]?.value).length).toBeLessThan(2_000_000);
  });

  test('aliases cannot nest deeper than the file may, be it by merge keys', () => {
    const nest = (line: (i: number) => string): string =>
      `a0: &a0 {k: 1}\n${Array.from({ length: 600 }, (_, i) => line(i)).join('\n')}\n`;
    expect(codes(nest((i) => `a${i + 1}: &a${i + 1} [*a${i}]`))).toContain('yaml/too-deep');
    expect(codes(nest((i) => `a${i + 1}: &a${i + 1} {<<: *a${i}}`))).toContain('yaml/too-deep');
  });

  test('many lookups in large containers are quick', () => {
    const map = Array.from({ length: 20_000 }, (_, i) => `key${i}: ${i}`).join('\n');
    const list = Array.from({ length: 100_000 }, (_, i) => `- ${i}`).join('\n');
    const [mapping, sequence] = [parse(map).documents[0], parse(list).documents[0]];
    const started = process.cpuUsage().user;
    for (let i = 0; i < 20_000; i++) expectPlace(mapping?.rawText([`key${i}`]), i);
    for (let i = 0; i < 100_000; i++) expectPlace(sequence?.rawText([i]), i);
    expect(process.cpuUsage().user - started).toBeLessThan(3_000_000);
  });

  function expectPlace(text: string | undefined, i: number): void {
    if (text !== String(i)) throw new Error(`${String(text)} instead of ${i}`);
  }
});

test('a file of very many documents is read up to a limit', () => {
  const file = parse('---\na: 1\n'.repeat(20_002));
  expect(file.documents).toHaveLength(20_000);
  expect(said(file)).toEqual([
    'yaml/too-many-documents 40001:1 «---» | The file has more than 20000 documents; those from here on were not read. | Split the file.',
  ]);
});

test('of thousands of problems in a file, the first are told and the others counted', () => {
  const told = said(parse('a: b: c\n---\n'.repeat(3_000)));
  expect(told).toHaveLength(51);
  expect(told.at(-1)).toBe('yaml/more 101:5 «:» | The file has 2950 more problems; one of them is here.');
});
