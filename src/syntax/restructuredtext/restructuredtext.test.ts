import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { growth, LINEAR } from '../../../test/support/growth.ts';
import { sourceFile, type Location } from '../../source/index.ts';
import { parseRestructuredText } from './index.ts';

function parse(text: string): ReturnType<typeof parseRestructuredText> {
  return parseRestructuredText(sourceFile('a.rst', text));
}

function at(location: Location): string {
  const { line, column } = location.file.positionAt(location.span.start);
  return `${line}:${column} ${JSON.stringify(location.file.text.slice(location.span.start, location.span.end))}`;
}

const RUNBOOK = `.. planproof: a comment
   of two lines

====================
Roll back *checkout*
====================

:Owner: shop
:Reviewed: 2026-05-01

Read \`the plan <../plan.rst>\`_, :ref:\`there <back>\`, :doc:\`other\` and \`Steps\`_, see https://example.org.

.. image:: chart.png
   :alt: A chart

.. _Going Back:

Steps
=====

1. Stop the canary: \`\`kubectl argo rollouts abort checkout\`\`.

   .. code-block:: bash
      :linenos:

      # not a heading
      kubectl get pods

#. Look::

     kubectl literal

   * Bullet

.. warning:: Beware
   of the dog.

Aside
-----

.. list-table::
   :header-rows: 1

   * - Owner
     - Reviewed
   * - shop
     -

===== ==========
Owner Reviewed
===== ==========
shop  2026-05-01
===== ==========

+-------+----------+
| Owner | Reviewed |
+=======+==========+
| shop  | later    |
+-------+----------+

.. toctree::
   :maxdepth: 1

   deploy
   Back <runbooks/rollback>

.. include:: parts/end.txt
`;

describe('what a document holds', () => {
  const document = parse(RUNBOOK);

  test('headings have levels and names, and reach to the next of their level', () => {
    expect(
      document.headings.map((h) => [
        h.level,
        h.text,
        h.names,
        at(h.location),
        document.file.positionAt(h.extent.end).line,
      ]),
    ).toEqual([
      [
        1,
        'Roll back checkout',
        ['roll-back-checkout', 'roll back checkout'],
        '4:1 "====================\\nRoll back *checkout*\\n===================="',
        68,
      ],
      [2, 'Steps', ['going back', 'going-back', 'steps'], '18:1 "Steps\\n====="', 68],
      [3, 'Aside', ['aside'], '38:1 "Aside\\n-----"', 68],
    ]);
  });

  test('links, labels, pictures, pages and what is included have targets', () => {
    expect(document.links.map((l) => [l.kind, l.target, at(l.location)])).toEqual([
      ['link', '../plan.rst', '11:17 "../plan.rst"'],
      ['label', 'back', '11:46 "back"'],
      ['link', 'other.rst', '11:60 "other"'],
      ['link', '#steps', '11:72 "Steps"'],
      ['autolink', 'https://example.org', '11:85 "https://example.org."'],
      ['image', 'chart.png', '13:12 "chart.png"'],
      ['link', 'deploy.rst', '64:4 "deploy"'],
      ['link', 'runbooks/rollback.rst', '65:10 "runbooks/rollback"'],
      ['include', 'parts/end.txt', '67:14 "parts/end.txt"'],
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
      tables: document.tables.map(({ rows }) => rows.map((row) => row.map((cell) => cell.text))),
      fields: document.fields.map((f) => [f.name, at(f.value.location)]),
      anchors: document.anchors.map((a) => a.text),
      comments: document.comments.map((c) => at(c.location)),
    }).toEqual({
      code: [
        ['bash', '# not a heading\nkubectl get pods', 26],
        ['', 'kubectl literal', 31],
      ],
      spans: ['21:21 "``kubectl argo rollouts abort checkout``"'],
      items: [
        [true, '21:1 "1. Sto', '29:1 "#. Loo'],
        [false, '33:4 "* Bull'],
        [false, '44:4 "* - Ow', '46:4 "* - sh'],
      ],
      tables: [
        [
          ['Owner', 'Reviewed'],
          ['shop', ''],
        ],
        [
          ['Owner', 'Reviewed'],
          ['shop', '2026-05-01'],
        ],
        [
          ['Owner', 'Reviewed'],
          ['shop', 'later'],
        ],
      ],
      fields: [
        ['owner', '8:9 "shop"'],
        ['reviewed', '9:12 "2026-05-01"'],
      ],
      anchors: ['going back', 'going-back'],
      comments: ['1:1 ".. planproof: a comment\\n   of two lines"'],
    });
  });
});

test.each([
  ['a directive shows the language it names', '.. code-block:: Console\n\n   $ ls\n\ntext', ['console $ ls']],
  [
    'a literal block that of its file',
    '.. highlight:: bash\n\nDo::\n\n  ls\n    pwd\n\ntext',
    ['bash ls\n  pwd'],
  ],
  ['two colons alone start one', '::\n\n  ls\n\ntext', [' ls']],
  ['one without indentation is none', 'Do::\n\ntext', []],
  ['a session of Python is one', '>>> 1\n1\n\ntext', ['python >>> 1\n1']],
  ['a diagram is no shell', '.. mermaid::\n\n  kubectl\n', ['mermaid kubectl']],
])('code: %s', (_, text, expected) => {
  expect(parse(text).codeBlocks.map((c) => `${c.language} ${c.text}`)).toEqual(expected);
});

test('titles have levels in the order of their signs, and a line of signs alone is none', () => {
  const text = 'A\n*\n\n==\nB\n==\n\nCC\n**\n\n----\n\nnot a title\n--\n\nDD\n--\n';
  expect(parse(text).headings.map((h) => `${h.level} ${h.text}`)).toEqual(['1 A', '2 B', '1 CC', '3 DD']);
});

test('items need no blank lines between them, nor below what they are about', () => {
  const items = parse('First:\n  1. a\n     b\n  2. c\n\n     - d\n  3. e\n\ntext\n- f\n').lists.map((list) =>
    list.items.map(at),
  );
  expect(items).toEqual([['2:3 "1. a"', '4:3 "2. c"', '7:3 "3. e"'], ['6:6 "- d"']]);
});

test('a document of more than two million characters is not read, and says so', () => {
  expect(parse('a\n'.repeat(1_000_001)).diagnostics.map((d) => d.code)).toEqual([
    'restructuredtext/too-large',
  ]);
});

const PIECES = [
  ...[
    'A\n=\n',
    '==\n',
    '1. ',
    '- a\n',
    '::\n',
    '.. a::\n',
    '.. _a:\n',
    '``a',
    '`a',
    '`a <',
    '`a`_ ',
    ':a:`',
    ':a: b\n',
    '|a',
  ],
  ...[
    '+-+\n',
    '| a |\n',
    '= =\n',
    '   a\n',
    '..\n',
    '\n',
    '_`',
    '>>> a\n',
    'http://a',
    '.. image:: a\n',
    '* - a\n',
    '\t',
    '[',
  ],
];

test('time grows with the length only, whatever the marks', () => {
  for (const piece of PIECES) {
    expect(parse(piece.repeat(100_000 / piece.length)).diagnostics).toEqual([]);
    expect(growth(parse, piece), JSON.stringify(piece)).toBeLessThan(LINEAR);
  }
  expect(parse(`.. code::\n\n${'   a\n'.repeat(300_000)}`).codeBlocks).toHaveLength(1);
});

test('any text gives places within it', () => {
  const part = fc.oneof(
    fc.constantFrom(...PIECES, '.. list-table::', '.. toctree::', '   a <b>', '---'),
    fc.string(),
  );
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
