import { describe, expect, test } from 'vitest';
import { sourceFile, type Span } from '../../source/index.ts';
import { parseHcl, parseHclTemplate } from './parse.ts';
import { parse, show } from './testing/outline.ts';

const EXPRESSIONS: readonly (readonly [string, string])[] = [
  ['1 + 2 * 3 - 4', '(- (+ 1 (* 2 3)) 4)'],
  ['a || b && c == d < e + f * -g', '(|| a (&& b (== c (< d (+ e (* f (- g)))))))'],
  ['!a.b[0]', '(! a.b[0])'],
  ['a ? b : c ? d : e', '(? a b (? c d e))'],
  ['(1 +\n 2)', '(paren (+ 1 2))'],
  ['1.50e+3', '1.50e+3'],
  ['a.b["c"].0[1][2]', 'a.b["c"][0][1][2]'],
  ['a[b].c', '((index a b) .c)'],
  ['a[0][b]', '(index a[0] b)'],
  ['a["${b}"]', '(index a (wrap b))'],
  ['a[*].b[c].d', '(splat a ((index (_ .b) c) .d))'],
  ['a.*.b.0', '(splat a (_ .b[0]))'],
  ['a.*.b[0]', '((splat a (_ .b)) [0])'],
  ['f(a, b...)', '(f a b...)'],
  ['f(\n  a,\n  b,\n)', '(f a b)'],
  ['provider::aws::arn_parse(x)', '(provider::aws::arn_parse x)'],
  ['f(x).y', '((f x) .y)'],
  ['[1, 2,\n3,]', '[1 2 3]'],
  ['[]', '[]'],
  ['{}', '{}'],
  ['{ a = 1, b : 2 }', '{a=1 b=2}'],
  ['{\n a = 1\n "b" = 2 # c\n (c) = 3,\n\n}', '{a=1 "b"=2 (paren c)=3}'],
  ['{ for = 1 }', 'INVALID'],
  ['[for x in y : x.z]', '(for x y x.z)'],
  ['{for k, v in y : k => v... if v != null}', '(for k,v y k=>v... if (!= v null))'],
  ['[\n for x\n in y :\n x ]', '(for x y x)'],
  ['"a"', '"a"'],
  ['"a\\n\\"\\\\\\u00e9\\U0001F600"', '"a\\n\\"\\\\é😀"'],
  ['"a${b}c"', '(template "a" b "c")'],
  ['"${a}"', '(wrap a)'],
  ['"${a}${b}"', '(template a b)'],
  ['"$${a} %%{b} $ % $$"', '"${a} %{b} $ % $$"'],
  ['"a ${~ b ~} c"', '(template "a" b "c")'],
  ['"${ {a = "}"}["a"] }"', '(wrap ({a="}"} ["a"]))'],
  ['"%{ if a }x%{ else }y%{ endif }z"', '(template (if a ["x"] ["y"]) "z")'],
  ['"%{ for k, v in m }${k}%{ endfor }"', '(template (for k,v m [k]))'],
  ['<<EOT\na\n  b\nEOT', '"a\\n  b\\n"'],
  ['<<-EOT\n    a\n      ${b}\n\n    c\n  EOT', '(template "a\\n  " b "\\n\\nc\\n")'],
  ['<<EOT\n\\n "q" $${x}\nEOT', '"\\\\n \\"q\\" ${x}\\n"'],
  ['<<EOT\nEOT', '""'],
  ['<<EOT\nEOTX\n EOT \t', '"EOTX\\n"'],
  ['[<<A\na\nA\n, <<B\nb\nB\n]', '["a\\n" "b\\n"]'],
  ['true', 'true'],
  ['truest', 'truest'],
  ['a-b', 'a-b'],
  ['a - b', '(- a b)'],
  ['1 /* c */ + /* d\n */ 2', '(+ 1 2)'],
];

describe('expressions', () => {
  test.each(EXPRESSIONS)('%s', (text, expected) => {
    const { outline: items, problems } = parse(`x = ${text}\ny = 1\n`);
    expect(items).toEqual([`x = ${expected}`, 'y = 1']);
    expect(problems.length).toBe(expected === 'INVALID' ? 1 : 0);
  });
});

describe('bodies', () => {
  test('hold attributes and nested blocks with labels, quoted or not', () => {
    const text = 'a = 1\r\nresource "x" y {\r\n  b = 2\r\n  c {}\r\n  d "e" { f = 3 }\r\n}\r\n';
    expect(parse(text)).toEqual({
      outline: ['a = 1', ['resource x y', 'b = 2', ['c'], ['d e', 'f = 3']]],
      problems: [],
    });
  });

  test('may be empty, or hold comments only', () => {
    for (const text of ['', '\n\n', '# a', '/* a */', '// a\n']) {
      expect(parse(text)).toEqual({ outline: [], problems: [] });
    }
  });

  test('keep comments with their places', () => {
    const file = sourceFile('a.tf', '# one\na = 1 // two\r\n/* three\n*/ b = [ # four\n 1]\n');
    const found = parseHcl(file).comments.map(({ text, location }) => [
      text,
      file.positionAt(location.span.start),
    ]);
    expect(found).toEqual([
      ['# one', { line: 1, column: 1 }],
      ['// two', { line: 2, column: 7 }],
      ['/* three\n*/', { line: 3, column: 1 }],
      ['# four', { line: 4, column: 10 }],
    ]);
  });
});

describe('ranges', () => {
  test('are those that hcl/v2 gives', () => {
    const text =
      'resource "a" b {\n  x = "é${ y.z[0] }" # c\n  t = <<-E\n    h\n    E  \n  f = g( 1 , [ 2 ] )\n}\n';
    const { body } = parseHcl(sourceFile('a.tf', text));
    const cut = ({ start, end }: Span): string => text.slice(start, end);
    const [block] = body.blocks;
    expect([block!.typeSpan, ...block!.labels, block!.headerSpan].map(cut)).toEqual([
      'resource',
      '"a"',
      'b',
      'resource "a" b',
    ]);
    expect(cut(block!)).toBe(text.trimEnd());
    expect(cut(block!.body)).toBe(text.slice(15).trimEnd());
    const [x, t, f] = block!.body.attributes;
    expect(cut(x!)).toBe('x = "é${ y.z[0] }"');
    const template = x!.value;
    const parts = template.kind === 'template' ? template.parts : [];
    expect(parts.map(cut)).toEqual(['é', '${ y.z[0] }']);
    const interpolation = parts[1];
    const inner = interpolation?.kind === 'interpolation' ? interpolation.expression : undefined;
    expect(inner && cut(inner)).toBe('y.z[0]');
    expect(inner?.kind === 'reference' ? inner.steps.map(cut) : []).toEqual(['.z', '[0]']);
    expect(cut(t!.value)).toBe('<<-E\n    h\n    E  ');
    expect(cut(f!.value)).toBe('g( 1 , [ 2 ] )');
  });
});

test('a template file is one template, with quotes and lines as they are', () => {
  const { expression } = parseHclTemplate(sourceFile('a.tftpl', '"${a}"\n%{ if b ~}\n  c\n%{ endif ~}\nEND'));
  expect(expression && show(expression)).toBe('(template "\\"" a "\\"\\n" (if b ["  c\\n"] []) "END")');
});
