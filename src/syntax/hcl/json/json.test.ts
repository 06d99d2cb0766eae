import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sourceFile } from '../../../source/index.ts';
import { parseJson } from '../../json/index.ts';
import { show } from '../testing/outline.ts';
import type { Expression, HclBody, HclFile } from '../tree.ts';
import { hclOfJson } from './file.ts';

function read(value: unknown, path = 'main.tf.json'): HclFile {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  const [document] = parseJson(sourceFile(path, text)).documents;
  if (!document) throw new Error('no document');
  return hclOfJson(document);
}

/** Attributes and blocks, one a line. */
function lines({ attributes, blocks }: HclBody, indent = ''): readonly string[] {
  return [
    ...attributes.map(({ name, value }) => `${indent}${name} = ${show(value)}`),
    ...blocks.flatMap(({ type, labels, body }) => [
      `${indent}${[type, ...labels.map(({ value }) => value)].join(' ')} {`,
      ...lines(body, `${indent}  `),
    ]),
  ];
}

const CASES: readonly (readonly [name: string, value: unknown, expected: readonly string[]])[] = [
  [
    'labels are levels of objects, and any level may be a list',
    { resource: [{ a: { x: {}, y: [{ n: 1 }, { n: 2 }] } }, { b: [{ z: {} }] }] },
    ['resource a x {', 'resource a y {', '  n = 1', 'resource a y {', '  n = 2', 'resource b z {'],
  ],
  [
    'texts are templates',
    { output: { o: { value: 'a ${var.x}' }, p: { value: '${var.x}' }, q: { value: '$${var.x}' } } },
    [
      'output o {',
      '  value = (template "a " var.x)',
      'output p {',
      '  value = (wrap var.x)',
      'output q {',
      '  value = "${var.x}"',
    ],
  ],
  [
    'types and meta-arguments are code, and defaults are neither code nor templates',
    {
      variable: { v: { type: 'list(string)', default: ['${x}'], sensitive: true } },
      resource: {
        a: { x: { depends_on: ['b.y'], provider: 'aws.west', lifecycle: { ignore_changes: ['tags'] } } },
      },
    },
    [
      'variable v {',
      '  type = (list string)',
      '  default = ["${x}"]',
      '  sensitive = true',
      'resource a x {',
      '  depends_on = [b.y]',
      '  provider = aws.west',
      '  lifecycle {',
      '    ignore_changes = [tags]',
    ],
  ],
  [
    'references in templates, as old programs write them, are read as well',
    { resource: { a: { x: { depends_on: ['${b.y}'] } } } },
    ['resource a x {', '  depends_on = [(wrap b.y)]'],
  ],
  [
    'comments are left out of bodies',
    { '//': 'generated', locals: { '//': 1, a: { '//': 'kept' } } },
    ['locals {', '  a = {//="kept"}'],
  ],
  [
    'what providers call blocks stays an argument, but beside dynamic blocks of its name',
    {
      resource: {
        a: {
          x: {
            rule: [{ n: 1 }],
            tags: { a: 'b' },
            log: { kind: 'x' },
            dynamic: { rule: { for_each: [2], iterator: 'it', content: { n: '${it.value}' } } },
          },
        },
      },
    },
    [
      'resource a x {',
      '  tags = {a="b"}',
      '  log = {kind="x"}',
      '  rule {',
      '    n = 1',
      '  dynamic rule {',
      '    for_each = [2]',
      '    iterator = it',
      '    content {',
      '      n = (wrap it.value)',
    ],
  ],
  [
    'dynamic blocks inside of blocks are found',
    { resource: { a: { x: { outer: { n: 1, dynamic: { inner: { for_each: [], content: {} } } } } } } },
    [
      'resource a x {',
      '  outer {',
      '    n = 1',
      '    dynamic inner {',
      '      for_each = []',
      '      content {',
    ],
  ],
  ['null is nothing', { locals: null, resource: { a: null } }, []],
];

test.each(CASES)('%s', (_, value, expected) => {
  const { body, diagnostics } = read(value);
  expect(lines(body)).toEqual(expected);
  expect(diagnostics).toEqual([]);
});

test('values for variables are texts as they are', () => {
  expect(lines(read({ a: '${x}', b: { c: [1.5, null] } }, 'terraform.tfvars.json').body)).toEqual([
    'a = "${x}"',
    'b = {c=[1.5 null]}',
  ]);
});

describe('places', () => {
  const slices = (text: string): readonly string[] => {
    const { body, file } = read(text);
    const [block] = body.blocks;
    const [attribute] = block?.body.attributes ?? [];
    const spans = [block?.headerSpan, block, attribute, attribute?.value, reference(attribute?.value)];
    return spans.map((span) => (span ? file.text.slice(span.start, span.end) : ''));
  };

  test.each([
    ['{"output": {"o": {"value": "${var.x}"}}}', 'var.x'],
    ['{"output": {"o": {"value": "\\t\\u00e9 ${var.x} b"}}}', 'var.x'],
    ['{"output": {"o": {"value": "${var.x[\\"k\\"]}"}}}', 'var.x[\\"k\\"]'],
  ])('in %s', (text, inner) => {
    const value = text.slice(text.indexOf('"value": ') + 9, -3);
    expect(slices(text)).toEqual(['"o"', text.slice(12, -2), `"value": ${value}`, value, inner]);
  });

  test('of what is wrong', () => {
    const { diagnostics, file } = read('{"locals": {"a": "${1 +}", "b": 1}, "resource": {"a": "b"}}');
    expect(
      diagnostics.map(({ message, location }) => [
        location && file.text.slice(location.span.start, location.span.end),
        message,
      ]),
    ).toEqual([
      ['}', 'Expected a value, but found "}".'],
      ['"b"', 'Expected an object, but found a string.'],
    ]);
  });
});

/** The first reference in an expression. */
function reference(value: Expression | undefined): Expression | undefined {
  if (!value) return undefined;
  if (value.kind === 'wrap') return value.expression;
  if (value.kind !== 'template') return undefined;
  return value.parts.flatMap((part) => (part.kind === 'interpolation' ? [part.expression] : []))[0];
}

test('any JSON is read, with places inside of the file', () => {
  const text = fc.oneof(
    fc.constantFrom('${', '}', '${a.b}', '%{ if x }', '"', '\\', '\n', 'é', '\u{1f600}', 'a'),
    fc.string({ maxLength: 3 }),
  );
  const key = fc.constantFrom('resource', 'locals', 'dynamic', 'content', 'type', '//', '__proto__', '${a}');
  const { value } = fc.letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof(
      { depthSize: 'medium' },
      fc.array(text, { maxLength: 4 }).map((parts) => parts.join('')),
      fc.constantFrom(null, true, 1, -0.5),
      fc.array(tie('value'), { maxLength: 3 }),
      fc.dictionary(key, tie('value'), { maxKeys: 3 }),
    ),
  }));
  fc.assert(
    fc.property(value, fc.constantFrom('a.tf.json', 'a.tfvars.json'), (tree, path) => {
      const { file, body, diagnostics } = read(tree === undefined ? null : JSON.stringify(tree), path);
      const check = (part: unknown): void => {
        if (typeof part !== 'object' || part === null || part === file) return;
        const { start, end } = part as { readonly start?: unknown; readonly end?: unknown };
        if (typeof start === 'number' && typeof end === 'number') {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThanOrEqual(start);
          expect(end).toBeLessThanOrEqual(file.text.length);
        }
        for (const inner of Object.values(part)) check(inner);
      };
      check(body);
      check(diagnostics.map(({ location }) => location?.span));
    }),
    { numRuns: 300 },
  );
});
