import { expect, it } from 'vitest';
import { formatLocation, sourceFile } from '../../../source/index.ts';
import { parseMarkdown } from '../parse.ts';
import { outlineOf, type OutlineItem, type Words } from './outline.ts';

const shown = ({ text, location }: Words): string => `${text}@${formatLocation(location).slice(2)}`;
const items = (list: readonly OutlineItem[]): unknown =>
  list.map(({ words, items: inner }) => (inner.length > 0 ? [shown(words), items(inner)] : shown(words)));

function outline(text: string): unknown {
  return outlineOf(parseMarkdown(sourceFile('x', text))).map(({ heading, blocks }) => [
    heading?.text,
    ...blocks.map((block) => {
      if (block.type === 'table')
        return [block.header, ...block.rows].map((row) => row.map(shown).join(' | '));
      if (block.type === 'list') return items(block.items);
      return block.type === 'text' ? block.lines.map(shown) : block.language;
    }),
  ]);
}

it('gives tables as GitHub shows them, each cell at its place', () => {
  expect(
    outline(
      '# T\nabove\na | `b`\n:-- | --:\n1 | **2** | 3\n| x \\| y\n\n| no | table |\n|---|\n\n- | in | item |\n  |---|---|\n  | 1 | 2 |\n',
    ),
  ).toMatchInlineSnapshot(`
    [
      [
        undefined,
      ],
      [
        "T",
        [
          "above@2:1",
        ],
        [
          "a@3:1 | b@3:5",
          "1@5:1 | 2@5:5",
          "x | y@6:3 | @6:9",
        ],
        [
          "| no | table |@8:1",
          "|---|@9:1",
        ],
        [
          "| in | item | |---|---| | 1 | 2 |@11:3",
        ],
      ],
    ]
  `);
});

it('gives lists with those in them, and texts between them', () => {
  expect(
    outline('- a\n  goes on\n  - b\n    1. c\n- d\n\ntext\n\n* e\n\n## H\n> - f\n- - g\n```sh\ncode\n```\n'),
  ).toMatchInlineSnapshot(`
    [
      [
        undefined,
        [
          [
            "a goes on@1:3",
            [
              [
                "b@3:5",
                [
                  "c@4:8",
                ],
              ],
            ],
          ],
          "d@5:3",
        ],
        [
          "text@7:1",
        ],
        [
          "e@9:3",
        ],
      ],
      [
        "H",
        [
          "f@12:5",
        ],
        "sh",
      ],
    ]
  `);
});
