import fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import type { Nodes } from 'mdast';
import { describe, expect, test } from 'vitest';
import { growth, LINEAR } from '../../../test/support/growth.ts';
import { sourceFile, type Location } from '../../source/index.ts';
import { parseMarkdown } from './index.ts';

function parse(text: string): ReturnType<typeof parseMarkdown> {
  return parseMarkdown(sourceFile('a.md', text));
}

function at(location: Location): string {
  const { line, column } = location.file.positionAt(location.span.start);
  return `${line}:${column} ${JSON.stringify(location.file.text.slice(location.span.start, location.span.end))}`;
}

const RUNBOOK = `---
owner: shop
---
# Roll back *checkout*

Read [the plan](../plan.md#back "why") and ![a chart](<a b.png>), see [docs][1] or <https://example.org>.

## Steps

1. Stop the canary: \`kubectl argo rollouts abort checkout\`.
   \`\`\`bash
   # not a heading
   kubectl get pods
   \`\`\`
2. Look. <!-- [hidden](x.md) -->

> ## Quoted
> text with <a id="here" href="y.md">HTML</a>

Steps
-----
    indented code

[1]: docs.md
`;

describe('what a document holds', () => {
  const document = parse(RUNBOOK);

  test('headings have levels, anchors, and reach to the next of their level', () => {
    expect(
      document.headings.map((h) => [
        h.level,
        h.text,
        h.slug,
        at(h.location),
        document.file.positionAt(h.extent.end).line,
      ]),
    ).toEqual([
      [1, 'Roll back checkout', 'roll-back-checkout', '4:1 "# Roll back *checkout*"', 25],
      [2, 'Steps', 'steps', '8:1 "## Steps"', 17],
      [2, 'Quoted', 'quoted', '17:3 "## Quoted"', 20],
      [2, 'Steps', 'steps-1', '20:1 "Steps\\n-----"', 25],
    ]);
  });

  test('links point at their target', () => {
    expect(document.links.map((l) => [l.kind, l.target, at(l.location)])).toEqual([
      ['link', '../plan.md#back', '6:17 "../plan.md#back"'],
      ['image', 'a b.png', '6:56 "a b.png"'],
      ['autolink', 'https://example.org', '6:85 "https://example.org"'],
      ['html', 'y.md', '18:32 "y.md"'],
      ['definition', 'docs.md', '24:6 "docs.md"'],
    ]);
  });

  test('code, lists, comments, anchors and front matter have their places', () => {
    expect({
      code: document.codeBlocks.map((c) => [
        c.language,
        c.text,
        document.file.positionAt(c.location.span.start).line,
      ]),
      spans: document.codeSpans.map((c) => c.text),
      items: document.lists.map((l) => [l.ordered, ...l.items.map((i) => at(i).slice(0, 12))]),
      comments: document.comments.map((c) => at(c.location)),
      anchors: document.anchors.map((c) => at(c.location)),
      frontMatter: document.frontMatter,
    }).toEqual({
      code: [
        ['bash', '# not a heading\nkubectl get pods', 11],
        ['', 'indented code', 22],
      ],
      spans: ['kubectl argo rollouts abort checkout'],
      items: [[true, '10:1 "1. Sto', '15:1 "2. Loo']],
      comments: ['15:10 "<!-- [hidden](x.md) -->"'],
      anchors: ['18:20 "here"'],
      frontMatter: { text: 'owner: shop\n', span: { start: 4, end: 16 } },
    });
  });
});

test('a table gives its cells, those that are empty or hold an escaped bar too; a paragraph with bars is none', () => {
  const text = '| Owner | Last reviewed |\n|:--|--|\n| *shop* \\| ops | |\n\na | b\n- | c\n\na | b\nc | d\n';
  expect(
    parse(text).tables.map(({ rows }) => rows.map((row) => row.map((cell) => at(cell.location)))),
  ).toEqual([
    [
      ['1:3 "Owner"', '1:11 "Last reviewed"'],
      ['3:3 "*shop* \\\\| ops"', '3:19 ""'],
    ],
  ]);
});

test('carriage returns and a missing last line end change nothing but offsets', () => {
  const heads = (text: string): unknown => parse(text).headings.map((h) => [h.text, h.slug]);
  expect(heads(RUNBOOK.replaceAll('\n', '\r\n').trimEnd())).toEqual(heads(RUNBOOK));
});

test('a document of more than two million characters is not read, and says so', () => {
  expect(parse('# a\n'.repeat(500_001)).diagnostics.map((d) => d.code)).toEqual(['markdown/too-large']);
});

test('time grows with the length only, whatever the marks', () => {
  const patterns = [
    '> ',
    '- ',
    '1. ',
    '[',
    '![',
    '](',
    '[a](',
    '[a](b ',
    '*a **b ',
    '`a``b',
    '<a b="',
    '<b>',
    '<!--',
    '\\',
  ];
  const blocks = [
    'a\n-\n',
    '1. [a](b)\n',
    '[a]: b\n',
    '> - x\n',
    '~~~\n',
    '---\n',
    '| a | b |\n',
    '```x`y\n',
  ];
  for (const pattern of [...patterns, ...blocks]) {
    expect(parse(pattern.repeat(150_000 / pattern.length)).diagnostics).toEqual([]);
    const grown = growth(parse, pattern);
    expect(grown, JSON.stringify(pattern)).toBeLessThan(LINEAR);
  }
});

const fragment = fc.constantFrom(
  ...[
    '# a',
    '## `b`',
    '---',
    '```',
    '```sh',
    '~~~',
    '- x',
    '1. y',
    '2) z',
    '    c',
    '   d',
    '> e',
    '',
    '<div>',
    '<!-- f',
  ],
  ...[
    '-->',
    '[g](h)',
    '![i](<j k>)',
    '`l',
    '[m]: n',
    '<o p>',
    '<q:r>',
    '\t',
    '\\[s](t)',
    '***',
    '===',
    '| u |',
    '[v',
    '](w)',
  ],
);

test('any text gives places within it, in order', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fragment, fc.string())),
      fc.constantFrom('\n', '\r\n', ' ', ''),
      (parts, glue) => {
        const text = parts.join(glue);
        const document = parse(text);
        for (const list of [
          document.headings,
          document.links,
          document.codeBlocks,
          document.prose,
          document.html,
        ]) {
          for (const { location } of list) {
            expect(location.span.start).toBeGreaterThanOrEqual(0);
            expect(location.span.end).toBeLessThanOrEqual(text.length);
            expect(location.span.start).toBeLessThanOrEqual(location.span.end);
          }
        }
      },
    ),
    { numRuns: 500 },
  );
});

/** Documents of plain blocks one after another, as people write them: here every reader must agree. */
const block = fc.constantFrom(
  ...[
    '# One',
    '## Two `code`',
    'Title\n=====',
    'text [a](b.md) and ![c](d.png "t")',
    '- one\n- two\n\n  more',
    '1. one\n2. two',
  ],
  ...[
    '```sh\n# x\n```',
    '> quote\n> # head',
    '    code',
    '<div>\n# no\n</div>',
    '<!-- # no -->',
    '[x]: y.md',
    '* a\n  1. b\n  2. c',
  ],
  ...[
    '1. a\n\n   ```\n   # b\n   ```\n\n2. c',
    '***',
    'a `b` c ``d ` e``',
    'a <b@c.org> <https://d.e>',
    '| a | b |\n| - | - |\n| [c](d) | e |',
  ],
);

test('headings, links, code and numbered items are those that the CommonMark reader of unified finds', () => {
  fc.assert(
    fc.property(fc.array(block, { maxLength: 8 }), (blocks) => {
      const text = blocks.join('\n\n');
      const document = parse(text);
      const found = [
        ...document.headings.map((h) => `heading ${h.level} ${h.location.span.start}`),
        ...document.links.map((l) => `link ${l.target}`),
        ...document.codeBlocks.map((c) => `code ${c.location.span.start} ${c.text}`),
        ...document.codeSpans.map((c) => `span ${c.location.span.start} ${c.text}`),
        ...document.lists.flatMap((l) => (l.ordered ? l.items.map((i) => `item ${i.span.start}`) : [])),
      ];
      expect(found.toSorted()).toEqual(expected(text).toSorted());
    }),
    { numRuns: 300 },
  );
});

function expected(text: string): string[] {
  const found: string[] = [];
  const stack: Nodes[] = [fromMarkdown(text)];
  for (let node = stack.pop(); node; node = stack.pop()) {
    const start = node.position?.start.offset ?? 0;
    if (node.type === 'heading') found.push(`heading ${node.depth} ${start}`);
    if (node.type === 'link' || node.type === 'image' || node.type === 'definition')
      found.push(`link ${node.url}`.replace('mailto:', ''));
    if (node.type === 'code') found.push(`code ${start} ${node.value}`);
    if (node.type === 'inlineCode') found.push(`span ${start} ${node.value}`);
    if (node.type === 'list' && node.ordered)
      for (const item of node.children) found.push(`item ${item.position?.start.offset ?? 0}`);
    if ('children' in node) stack.push(...node.children);
  }
  return found;
}
