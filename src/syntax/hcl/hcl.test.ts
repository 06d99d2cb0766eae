import { describe, expect, test } from 'vitest';
import { sourceFile, type Span } from '../../source/index.ts';
import { parseHcl, parseHclTemplate } from './parse.ts';
import type { Expression, HclBody, TemplatePart } from './tree.ts';

/** An expression as a list in parentheses, operators first. */
function show(expression: Expression): string {
  switch (expression.kind) {
    case 'number':
      return expression.text;
    case 'bool':
      return String(expression.value);
    case 'null':
      return 'null';
    case 'string':
      return JSON.stringify(expression.value);
    case 'template':
      return `(template ${expression.parts.map(showPart).join(' ')})`;
    case 'wrap':
      return `(wrap ${show(expression.expression)})`;
    case 'reference':
      return `${expression.root}${showSteps(expression.steps)}`;
    case 'traversal':
      return `(${show(expression.source)} ${showSteps(expression.steps)})`;
    case 'index':
      return `(index ${show(expression.collection)} ${show(expression.key)})`;
    case 'splat':
      return `(splat ${show(expression.source)} ${show(expression.each)})`;
    case 'splat-item':
      return '_';
    case 'call':
      return `(${expression.name}${expression.arguments.map((argument) => ` ${show(argument)}`).join('')}${expression.expandFinal ? '...' : ''})`;
    case 'unary':
      return `(${expression.operator} ${show(expression.operand)})`;
    case 'binary':
      return `(${expression.operator} ${show(expression.left)} ${show(expression.right)})`;
    case 'conditional':
      return `(? ${show(expression.condition)} ${show(expression.then)} ${show(expression.otherwise)})`;
    case 'parentheses':
      return `(paren ${show(expression.expression)})`;
    case 'tuple':
      return `[${expression.items.map(show).join(' ')}]`;
    case 'object':
      return `{${expression.items.map((item) => `${item.name ?? show(item.key)}=${show(item.value)}`).join(' ')}}`;
    case 'for': {
      const { keyVariable, valueVariable, collection, key, value, grouping, condition } = expression;
      const head = `for ${keyVariable === undefined ? '' : `${keyVariable},`}${valueVariable} ${show(collection)}`;
      return `(${head} ${key ? `${show(key)}=>` : ''}${show(value)}${grouping ? '...' : ''}${condition ? ` if ${show(condition)}` : ''})`;
    }
    case 'invalid':
      return 'INVALID';
  }
}

function showSteps(steps: readonly { readonly kind: string; readonly key: string | number }[]): string {
  return steps
    .map(({ kind, key }) => (kind === 'attribute' ? `.${key}` : `[${JSON.stringify(key)}]`))
    .join('');
}

function showPart(part: TemplatePart): string {
  if (part.kind === 'text') return JSON.stringify(part.value);
  if (part.kind === 'interpolation') return show(part.expression);
  if (part.kind === 'if') {
    return `(if ${show(part.condition)} [${part.then.map(showPart).join(' ')}] [${part.otherwise.map(showPart).join(' ')}])`;
  }
  return `(for ${part.keyVariable === undefined ? '' : `${part.keyVariable},`}${part.valueVariable} ${show(part.collection)} [${part.body.map(showPart).join(' ')}])`;
}

function outline(body: HclBody): unknown[] {
  return [
    ...body.attributes.map(({ name, value }) => `${name} = ${show(value)}`),
    ...body.blocks.map((block) => [
      [block.type, ...block.labels.map(({ value }) => value)].join(' '),
      ...outline(block.body),
    ]),
  ];
}

function parse(text: string): { readonly outline: unknown[]; readonly problems: readonly string[] } {
  const file = sourceFile('a.tf', text);
  const { body, diagnostics } = parseHcl(file);
  return {
    outline: outline(body),
    problems: diagnostics.map(({ code, message, location }) => {
      const { line, column } = file.positionAt(location?.span.start ?? -1);
      return `${line}:${column} ${code} ${message}`;
    }),
  };
}

const EXPRESSIONS: readonly (readonly [string, string])[] = [
  ['1 + 2 * 3 - 4', '(- (+ 1 (* 2 3)) 4)'],
  ['a || b && c == d < e + f * -g', '(|| a (&& b (== c (< d (+ e (* f (- g)))))))'],
  ['!a.b[0]', '(! a.b[0])'],
  ['a ? b : c ? d : e', '(? a b (? c d e))'],
  ['(1 +\n 2)', '(paren (+ 1 2))'],
  ['1.50e+3', '1.50e+3'],
  ['a.b["c"].0.1[2]', 'a.b["c"][0][1][2]'],
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

describe('what is broken costs itself only', () => {
  const cases: readonly (readonly [name: string, text: string, expected: ReturnType<typeof parse>])[] = [
    [
      'a missing value',
      'r "a" {\n  x =\n  y = 2\n}\n',
      {
        outline: [['r a', 'x = INVALID', 'y = 2']],
        problems: ['2:6 hcl/syntax Expected a value, but found the end of the line.'],
      },
    ],
    [
      'a bracket that is never closed',
      'r "a" {\n  x = [1, 2\n  y = 2\n}\nz = 1\n',
      {
        outline: ['z = 1', ['r a', 'x = INVALID', 'y = 2']],
        problems: ['3:3 hcl/syntax Expected "," or "]", but found "y".'],
      },
    ],
    [
      'a broken item in a long value',
      'x = {\n  a = \n  b = 1\n}\ny = 2\n',
      {
        outline: ['x = INVALID', 'y = 2'],
        problems: ['2:7 hcl/syntax Expected a value, but found the end of the line.'],
      },
    ],
    [
      'a string that is never closed',
      'x = "abc\ny = 2\n',
      {
        outline: ['x = INVALID', 'y = 2'],
        problems: ['1:5 hcl/unclosed This string is never closed; strings in quotes end on their line.'],
      },
    ],
    [
      'a block that is never closed',
      'r "a" {\n  x = 1\n\nr "b" {\n  y = 2\n}\nr "c" {\n  n {\n    z = 3\n}\n',
      {
        outline: [
          ['r a', 'x = 1'],
          ['r b', 'y = 2'],
          ['r c', ['n', 'z = 3']],
        ],
        problems: [
          '1:1 hcl/unclosed This block is never closed by "}".',
          '8:3 hcl/unclosed This block is never closed by "}".',
        ],
      },
    ],
    [
      'a brace too many',
      'r "a" {\n}\n}\nr "b" {\n}\n',
      {
        outline: [['r a'], ['r b']],
        problems: ['3:1 hcl/syntax Expected an argument or a block, but found "}".'],
      },
    ],
    [
      'a heredoc that is never closed',
      'x = <<EOT\nfoo\ny = 1\n',
      {
        outline: ['x = INVALID', 'y = 1'],
        problems: ['1:5 hcl/unclosed This heredoc is never closed: there is no line that holds only "EOT".'],
      },
    ],
    [
      'a broken template within a heredoc, whose lines are no items',
      'x = <<EOT\n${ }\nfoo = 1\nEOT\ny = 1\n',
      {
        outline: ['x = INVALID', 'y = 1'],
        problems: ['2:4 hcl/syntax Expected a value, but found "}".'],
      },
    ],
    [
      'two items on a line',
      'x = 1 y = 2\nz = 3\n',
      {
        outline: ['x = 1', 'z = 3'],
        problems: ['1:7 hcl/missing-newline Expected a new line, but found "y".'],
      },
    ],
    [
      'an argument that is set twice',
      'x = 1\nx = 2\n',
      {
        outline: ['x = 1'],
        problems: [
          '2:1 hcl/duplicate-attribute "x" is set already in this block; each argument may be set once.',
        ],
      },
    ],
    [
      'single quotes',
      "x = 'a'\ny = 1\n",
      {
        outline: ['x = INVALID', 'y = 1'],
        problems: [
          '1:5 hcl/invalid-character Single quotes are not valid; strings are written in double quotes.',
        ],
      },
    ],
    [
      'a merge conflict',
      'r "a" {\n<<<<<<< HEAD\n  x = 1\n=======\n  x = 2\n>>>>>>> other\n}\ny = 1\n',
      {
        outline: ['y = 1', ['r a', 'x = 1']],
        problems: [
          '2:1 hcl/invalid-character Expected the name of a heredoc right after "<<".',
          '4:1 hcl/syntax Expected an argument or a block, but found "==".',
          '5:3 hcl/duplicate-attribute "x" is set already in this block; each argument may be set once.',
          '6:1 hcl/syntax Expected an argument or a block, but found ">".',
        ],
      },
    ],
  ];

  test.each(cases)('%s', (_, text, expected) => {
    expect(parse(text)).toEqual(expected);
  });
});

test('a template file is one template, with quotes and lines as they are', () => {
  const { expression } = parseHclTemplate(sourceFile('a.tftpl', '"${a}"\n%{ if b ~}\n  c\n%{ endif ~}\nEND'));
  expect(expression && show(expression)).toBe('(template "\\"" a "\\"\\n" (if b ["  c\\n"] []) "END")');
});
