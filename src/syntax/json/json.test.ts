import fc from 'fast-check';
import { parseTree } from 'jsonc-parser';
import type { Node } from 'jsonc-parser';
import { describe, expect, test } from 'vitest';
import { sourceFile } from '../../source/index.ts';
import type { DataDocument, DataFile, Path } from '../data/index.ts';
import { parseJson } from './index.ts';

const parse = (text: string, path = 'a.json'): DataFile => parseJson(sourceFile(path, text));

function only(file: DataFile): DataDocument {
  const [document, ...others] = file.documents;
  if (document === undefined || others.length > 0) throw new Error('expected one document');
  return document;
}

/** Code, line and column, marked text, message, help. */
const said = ({ diagnostics }: DataFile): string[] =>
  diagnostics.map(({ code, location, message, help }) => {
    const { file, span } = location ?? { file: sourceFile('', ''), span: { start: 0, end: 0 } };
    const { line, column } = file.positionAt(span.start);
    const place = `${code} ${line}:${column} «${file.text.slice(span.start, span.end)}»`;
    return [place, message, ...(help === undefined ? [] : [help])].join(' | ');
  });

test('a document has its values, and every one of them its place', () => {
  const text = '{\n  "name": "a\\u0062c",\n  "list": [1, -2.5e3, true, null, {"x": []}]\n}\n';
  const document = only(parse(text));
  const marked = (path: Path, part?: 'value' | 'key' | 'entry'): string => {
    const { span } = document.locate(path, part);
    return text.slice(span.start, span.end);
  };
  expect(document.value).toEqual({ name: 'abc', list: [1, -2500, true, null, { x: [] }] });
  expect(marked(['name'])).toBe('"a\\u0062c"');
  expect(marked(['name'], 'key')).toBe('"name"');
  expect(marked(['name'], 'entry')).toBe('"name": "a\\u0062c"');
  expect(marked(['list', 1])).toBe('-2.5e3');
  expect(marked(['list', 4, 'x'])).toBe('[]');
  expect(marked(['list', 4, 'y'])).toBe('{');
  expect(marked(['nothing'])).toBe('{');
  expect(document.rawText(['list', 1])).toBe('-2.5e3');
  expect(document.rawText(['name'])).toBe('abc');
  expect(document.rawText(['list'])).toBeUndefined();
});

describe('what standard JSON does not allow', () => {
  const text = '// first\n{\n  "a": [1, 2,], /* second */\n}\n';

  test('is read with one warning a kind', () => {
    const file = parse(text);
    expect(only(file).value).toEqual({ a: [1, 2] });
    expect(only(file).comments.map((comment) => comment.text)).toEqual(['first', 'second']);
    expect(said(file)).toEqual([
      'json/comment 1:1 «// first» | Standard JSON does not allow a comment (and 1 more); other programs may refuse the file. | Remove it, or name the file *.jsonc.',
      'json/trailing-comma 3:13 «,» | Standard JSON does not allow a comma after the last entry (and 1 more); other programs may refuse the file. | Remove it, or name the file *.jsonc.',
    ]);
  });

  test.each(['x.jsonc', 'renovate.json5', 'app/tsconfig.app.json', '.devcontainer/devcontainer.json'])(
    'is fine in %s',
    (path) => {
      expect(parse('{ "a": 1, } // c', path).diagnostics).toEqual([]);
    },
  );
});

test('a repeated key keeps its last value and is reported with its first place', () => {
  const file = parse('{"a": 1, "b": {"toString": 1}, "a": 2}');
  expect(only(file).value).toEqual({ a: 2, b: { toString: 1 } });
  expect(only(file).locate(['a']).span).toEqual({ start: 36, end: 37 });
  expect(said(file)).toEqual([
    'json/duplicate-key 1:32 «"a"» | The key "a" is given more than once; the last one counts here, other programs may differ. | Keep one of them.',
  ]);
  expect(file.diagnostics[0]?.related?.map(({ location, message }) => [location.span, message])).toEqual([
    [{ start: 1, end: 4 }, 'given here first'],
  ]);
});

test('of very many repeated keys the first fifty are reported, and how many more there are', () => {
  const { diagnostics } = parse(`{"a": 0${',"a": 1'.repeat(200_000)}}`);
  expect(diagnostics).toHaveLength(50);
  expect(diagnostics.at(-1)?.message).toMatch(/ So are 199950 more keys of this document\.$/);
});

test('"__proto__" is an ordinary key', () => {
  const value = only(parse('{"__proto__": {"admin": true}}')).value as object;
  expect(Object.keys(value)).toEqual(['__proto__']);
  expect((value as { admin?: unknown }).admin).toBeUndefined();
});

test.each([
  ['', 'json/syntax 1:1 «» | The file ends where a value is expected.'],
  ['{"a": 1', 'json/syntax 1:1 «{» | This "{" is never closed.'],
  ['{"a" 1}', 'json/syntax 1:6 «1» | Expected ":" after the key, found "1".'],
  ['{a: 1}', 'json/syntax 1:2 «a» | Expected a key in double quotes or "}", found "a".'],
  ['[1 2]', 'json/syntax 1:4 «2» | Expected "," or "]", found "2".'],
  ['[01]', 'json/syntax 1:2 «01» | Expected a value, found "01".'],
  ['truely', 'json/syntax 1:1 «truely» | Expected a value, found "truely".'],
  ['{} {}', 'json/syntax 1:4 «{» | Expected the end of the file, found "{".'],
  ['["a\nb"]', 'json/syntax 1:2 «"a» | The string is not closed: expected a `"` before the end of the line.'],
  [
    '["a\tb"]',
    'json/syntax 1:4 «\t» | A string must not contain a control character. | Write it as an escape, such as \\t or \\u0000.',
  ],
  [
    '["\\\\\\x"]',
    'json/syntax 1:5 «\\x» | "\\x" is not an escape: expected \\" \\\\ \\/ \\b \\f \\n \\r \\t or \\u with four hex digits.',
  ],
  ['/* a', 'json/syntax 1:1 «/*» | The comment is not closed with "*/".'],
  ['\u0000\u0001', 'json/syntax 1:1 «\u0000» | Expected a value, found "\u0000".'],
])('%j gives no document and says what was expected', (text, expected) => {
  const file = parse(text);
  expect(file.documents).toEqual([]);
  expect(said(file)).toEqual([expected]);
});

test('a template is told from broken JSON', () => {
  const file = parse('{"a": {{ .Values.a | toJson }}, "b": "{{ kept }}"}');
  expect(file.documents).toEqual([]);
  expect(said(file)).toEqual([
    'json/template 1:7 «{{» | "a.json" is a template that must be rendered first; it was not examined. | Render it, for example with "helm template", and check the result.',
  ]);
  expect(said(parse('{"legend": "{{ instance }}" "x": 1}')).join()).toContain('json/syntax');
});

test('nesting is read to 512 levels', () => {
  expect(parse(`${'['.repeat(512)}1${']'.repeat(512)}`).diagnostics).toEqual([]);
  expect(said(parse('[{"a":'.repeat(10_000)))).toEqual([
    'json/too-deep 1:1537 «[» | The nesting is deeper than 512 levels. | Split the file, or exclude it if a program generates it.',
  ]);
});

describe('for whatever text', () => {
  const jsonLike = fc
    .array(
      fc.constantFrom(
        ...Array.from('{}[]:,"\\/*\n\t -+.0123eEtruefalsn\u0000\ud800'),
        '"a"',
        '{"a":',
        'null',
        '//',
        '\\u12',
        '{{',
      ),
      { maxLength: 40 },
    )
    .map((parts) => parts.join(''));

  test('it accepts what JSON.parse accepts, with the same value, and else says something', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), jsonLike, fc.json()), (text) => {
        const { documents, diagnostics } = parse(text, 'a.jsonc');
        let expected: unknown;
        try {
          expected = JSON.parse(text);
        } catch {
          expect(documents.length + diagnostics.length).toBeGreaterThan(0);
          return;
        }
        expect(diagnostics.filter(({ level }) => level === 'error')).toEqual([]);
        expect(documents[0]?.value).toEqual(expected);
      }),
      { numRuns: 1000 },
    );
  });

  test('every node stands where jsonc-parser has it', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 4 }), fc.constantFrom(undefined, 1, '\t'), (json, indent) => {
        const text = JSON.stringify(JSON.parse(json), null, indent);
        const document = only(parse(text));
        const tree = parseTree(text);
        if (tree !== undefined) compare(document, tree, []);
      }),
    );
  });

  function compare(document: DataDocument, node: Node, path: Path): void {
    const { start, end } = document.locate(path).span;
    expect([start, end - start]).toEqual([node.offset, node.length]);
    node.children?.forEach((child, index) => {
      const [key, value] = child.children ?? [];
      if (child.type !== 'property') compare(document, child, [...path, index]);
      else if (key !== undefined && value !== undefined) {
        const inner = [...path, String(key.value)];
        expect(document.locate(inner, 'key').span.start).toBe(key.offset);
        compare(document, value, inner);
      }
    });
  }
});
