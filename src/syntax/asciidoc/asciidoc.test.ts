import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { growth, LINEAR } from '../../../test/support/growth.ts';
import { sourceFile, type Location } from '../../source/index.ts';
import { parseAsciidoc } from './index.ts';

function parse(text: string): ReturnType<typeof parseAsciidoc> {
  return parseAsciidoc(sourceFile('a.adoc', text));
}

function at(location: Location): string {
  const { line, column } = location.file.positionAt(location.span.start);
  return `${line}:${column} ${JSON.stringify(location.file.text.slice(location.span.start, location.span.end))}`;
}

const RUNBOOK = `// planproof: a comment
= Roll back *checkout*
Ada Lovelace <ada@shop.example>
v1.2, 2026-05-01
:owner: shop
:imagesdir: images
:plan: ../plan.adoc

Read link:{plan}[the plan], xref:other.adoc#back[there], <<steps,below>> and https://example.org[docs].
image::chart.png[A chart]

[[going-back]]
== Steps

.Procedure
. Stop the canary: \`kubectl argo rollouts abort checkout\`.
+
[source,bash]
----
# not a heading
== nor this
kubectl get pods
----
. Look.
.. Deeper [[look]]here.
* Bullet

 kubectl literal

[discrete]
=== Aside

|===
|Owner |Reviewed

|shop
|2026-05-01
|===

////
hidden xref:x.adoc[]
////

Steps again
-----------
include::parts/end.adoc[leveloffset=+1]
`;

describe('what a document holds', () => {
  const document = parse(RUNBOOK);

  test('headings have levels and names, captions too, and reach to the next of their level', () => {
    expect(
      document.headings.map((h) => [
        h.level,
        h.slug,
        h.names.join(),
        at(h.location),
        document.file.positionAt(h.extent.end).line,
      ]),
    ).toEqual([
      [1, 'roll-back-checkout', '_roll_back_checkout,roll back checkout', '2:1 "= Roll back *checkout*"', 47],
      [2, 'steps', 'going-back,_steps,steps', '13:1 "== Steps"', 44],
      [3, '', '', '15:1 ".Procedure"', 31],
      [3, 'aside', '_aside,aside', '31:1 "=== Aside"', 44],
      [2, 'steps-again', '_steps_again,steps again', '44:1 "Steps again\\n-----------"', 47],
    ]);
  });

  test('links, pictures and what is included have targets with their attributes filled in', () => {
    expect(document.links.map((l) => [l.kind, l.target, at(l.location)])).toEqual([
      ['link', '../plan.adoc', '9:11 "{plan}"'],
      ['link', 'other.adoc#back', '9:34 "other.adoc#back"'],
      ['link', '#steps', '9:60 "steps"'],
      ['autolink', 'https://example.org', '9:78 "https://example.org"'],
      ['image', 'images/chart.png', '10:8 "chart.png"'],
      ['include', 'parts/end.adoc', '46:10 "parts/end.adoc"'],
    ]);
  });

  test('code, lists, tables, fields, anchors and comments have places', () => {
    expect({
      code: document.codeBlocks.map((c) => [
        c.language,
        c.text,
        document.file.positionAt(c.location.span.start).line,
      ]),
      spans: document.codeSpans.map((c) => at(c.location)),
      items: document.lists.map((l) => [l.ordered, ...l.items.map((i) => at(i).slice(0, 12))]),
      tables: document.tables.map(({ rows }) => rows.map((row) => row.map((cell) => at(cell.location)))),
      fields: document.fields.map((f) => [f.name, at(f.value.location)]),
      anchors: document.anchors.map((a) => a.text),
      comments: document.comments.map((c) => at(c.location)),
    }).toEqual({
      code: [
        ['bash', '# not a heading\n== nor this\nkubectl get pods', 19],
        ['', 'kubectl literal', 28],
      ],
      spans: ['16:20 "`kubectl argo rollouts abort checkout`"'],
      items: [
        [true, '16:1 ". Stop', '24:1 ". Look'],
        [true, '25:1 ".. Dee'],
        [false, '26:1 "* Bull'],
      ],
      tables: [
        [
          ['34:2 "Owner"', '34:9 "Reviewed"'],
          ['36:2 "shop"', '37:2 "2026-05-01"'],
        ],
      ],
      fields: [
        ['author', '3:1 "Ada Lovelace <ada@shop.example>"'],
        ['owner', '5:9 "shop"'],
        ['imagesdir', '6:13 "images"'],
        ['plan', '7:8 "../plan.adoc"'],
      ],
      anchors: ['going-back', 'look'],
      comments: ['1:1 "// planproof: a comment"', '40:1 "////\\nhidden xref:x.adoc[]\\n////"'],
    });
  });

  test('prose holds what people read, without code, targets and comments', () => {
    expect(document.prose.map((p) => p.text.trim()).filter((text) => text !== '')).toEqual([
      ...[
        'Read',
        'the plan',
        ',',
        'there',
        ',',
        'below',
        'and',
        'docs',
        '.',
        'Procedure',
        'Stop the canary:',
        '.',
      ],
      ...['Look.', 'Deeper', 'here.', 'Bullet', 'Owner', 'Reviewed', 'shop', '2026-05-01'],
    ]);
  });
});

test.each([
  ['an open block is code when its style says so', '[source,sh]\n--\nls\n--', ['sh ls']],
  ['a paragraph is, too', '[source,sh]\nls\npwd\n\ntext', ['sh ls\npwd']],
  ['a fence is', '```console\n$ ls\n```', ['console $ ls']],
  ['a block without an end reaches to the end of the file', '----\nls\n\n== x', [' ls\n\n== x']],
  ['the default language is taken', ':source-language: bash\n\n[source]\n----\nls\n----', ['bash ls']],
  ['a pass-through is none', '++++\n<b>\n++++', []],
])('%s', (_, text, expected) => {
  expect(parse(text).codeBlocks.map((c) => `${c.language} ${c.text}`)).toEqual(expected);
});

test('cells follow the columns that are stated, and wide ones leave no room for others', () => {
  const rows = (text: string): unknown =>
    parse(text).tables.map((t) => t.rows.map((r) => r.map((c) => c.text)));
  expect(rows('[cols="1,2a"]\n|===\n|a\n|b\n|c \\| d\n2+|e\n|===')).toEqual([
    [['a', 'b'], ['c \\| d', 'e'], ['']],
  ]);
  expect(rows('[cols=3*]\n|===\n|a |b |c\n2+|d |e\n|===')).toEqual([
    [
      ['a', 'b', 'c'],
      ['d', '', 'e'],
    ],
  ]);
  expect(rows(',===\na,b\n,===')).toEqual([]);
});

test('a document of more than two million characters is not read, and says so', () => {
  expect(parse('= a\n'.repeat(500_001)).diagnostics.map((d) => d.code)).toEqual(['asciidoc/too-large']);
});

const PIECES = [
  ...[
    '= a\n',
    '. a\n',
    '* ',
    '----\n',
    '|===\n',
    '| a ',
    '[[a]]\n',
    '[source]\n',
    '`a',
    '<<a',
    'xref:a',
    'link:',
    '{a}',
  ],
  ...[
    'a::b[',
    'include::a[]\n',
    ':a: b\n',
    '.a\n\n',
    '////\n',
    '+\n',
    'a\n-\n',
    'http://',
    '++',
    '[[',
    '\\',
    '\n',
    ' a\n',
    '[',
    '"',
  ],
];

test('time grows with the length only, whatever the marks', () => {
  for (const piece of PIECES) {
    expect(parse(piece.repeat(100_000 / piece.length)).diagnostics).toEqual([]);
    expect(growth(parse, piece), JSON.stringify(piece)).toBeLessThan(LINEAR);
  }
});

test('any text gives places within it', () => {
  const part = fc.oneof(fc.constantFrom(...PIECES, '|===', '[cols=2*]', '. x', '2+|', '--'), fc.string());
  fc.assert(
    fc.property(fc.array(part), fc.constantFrom('\n', '\r\n', ' ', ''), (parts, glue) => {
      const text = parts.join(glue);
      const document = parse(text);
      const pieces = [
        document.headings,
        document.links,
        document.codeBlocks,
        document.codeSpans,
        document.prose,
      ];
      const cells = document.tables.flatMap(({ rows }) => rows.flat());
      const fields = document.fields.map(({ value }) => value);
      for (const { location } of [
        ...pieces.flat(),
        ...cells,
        ...fields,
        ...document.anchors,
        ...document.comments,
      ]) {
        expect(location.span.start).toBeGreaterThanOrEqual(0);
        expect(location.span.end).toBeLessThanOrEqual(text.length);
        expect(location.span.start).toBeLessThanOrEqual(location.span.end);
      }
    }),
    { numRuns: 500 },
  );
});
