import fc from 'fast-check';
import { dump } from 'js-yaml';
import { describe, expect, test } from 'vitest';
import { agrees, ORDINARY } from './testing/agrees.ts';

/** Pieces out of which texts are made that are nearly right. */
const PIECES = [
  ...['a', 'b1', 'k: v', ' ', '  ', '    ', '\n', '\n', '\n\n', '\n  ', '\n    ', '   \n', '\r\n', '\t'],
  ...[': ', ':', ':\n  ', '- ', '-', '\n- i', '? ', '# c', ' #', '\n#x\n', ', ', ',', '[', ']', '{', '}'],
  ...['"', "'", "''", '"x"', "'y'", '"b\n  c"', "'b\n\n   c '", '\\', '\\n', '\\u00e9', '\\ud83d', '\\\n'],
  ...['|\n', '|-\n', '|+\n', '|2\n', '>\n', '>-\n', '>1+\n', '!t ', '!A::B ', '!', '&x ', '*x', '<<', '%'],
  ...['---', '...', '~', 'null', 'yes', '1.10', '0x1f', '-1', '?', '@', '🚲', '\u00a0', ''],
];

/** Blocks as people write them: any style of scalar and collection, with comments, blank lines, any indentation. */
const { block } = fc.letrec<{ block: (indent: string) => string; flow: string }>((tie) => ({
  flow: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom('a', 'x y', '"q: #"', "'it''s'", '1', '~', 'no', '[]', '{}', '!Ref a'),
    fc.array(tie('flow'), { maxLength: 3 }).map((items) => `[${items.join(', ')}]`),
    fc
      .array(tie('flow'), { maxLength: 3 })
      .map((items) => `{${items.map((v, i) => `k${i}: ${v}`).join(', ')}}`),
  ),
  block: fc.oneof(
    { maxDepth: 4 },
    tie('flow').map((text) => () => ` ${text}\n`),
    fc
      .tuple(
        fc.constantFrom('|', '>', '|-', '>+', '|2', ''),
        fc.array(fc.constantFrom('', 'a b', '  c', 'd: e', '# f'), { minLength: 1, maxLength: 4 }),
      )
      .map(([header, lines]) => (indent: string) => {
        const written = ['g', ...lines].map((line) => (line === '' ? '' : `${indent}  ${line}`));
        return ` ${header}\n${written.join('\n')}\n`;
      }),
    fc
      .tuple(fc.array(tie('block'), { minLength: 1, maxLength: 3 }), fc.constantFrom('', '  '))
      .map(([items, deeper]) => (indent: string) => {
        return `\n${items.map((item) => `${indent}${deeper}-${item(`${indent}${deeper}`)}`).join('')}`;
      }),
    fc
      .array(fc.tuple(fc.constantFrom('a', 'b', '"c d"', '__proto__', 'on'), tie('block')), {
        minLength: 1,
        maxLength: 3,
      })
      .map((entries) => (indent: string) => {
        return ` # c\n${entries.map(([key, value]) => `${indent}  ${key}:${value(`${indent}  `)}`).join('\n')}`;
      }),
  ),
}));

describe('whatever the text', () => {
  test('made of pieces, it is read as the composer reads it, or left to it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...PIECES), { maxLength: 14 }).map((parts) => parts.join('')),
        fc.constantFrom('1.1' as const, '1.2' as const),
        (text, booleans) => {
          agrees(text, booleans);
        },
      ),
      { numRuns: 10_000 },
    );
  });

  test('made of an ordinary one by a few changes, it is read as the composer reads it, or left to it', () => {
    const change = fc.record({ at: fc.nat(), remove: fc.nat(3), insert: fc.constantFrom('', ...PIECES) });
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.values(ORDINARY)),
        fc.array(change, { minLength: 1, maxLength: 4 }),
        (text, changes) => {
          let changed = text;
          for (const { at, remove, insert } of changes) {
            const i = at % (changed.length + 1);
            changed = changed.slice(0, i) + insert + changed.slice(i + remove);
          }
          agrees(changed);
        },
      ),
      { numRuns: 4_000 },
    );
  });

  test('made of blocks as people write them, it is read as the composer reads it, and nearly always so', () => {
    const taken: boolean[] = [];
    fc.assert(
      fc.property(block, fc.boolean(), (write, hasReturns) => {
        const text = `root:${write('')}`;
        taken.push(agrees(hasReturns ? text.replaceAll('\n', '\r\n') : text));
      }),
      { numRuns: 2_000 },
    );
    expect(taken.filter(Boolean).length).toBeGreaterThan(taken.length * 0.8);
  });

  test('that js-yaml writes for a value is read as the composer reads it, or left to it', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), fc.constantFrom(-1, 0, 2), (json, flowLevel) => {
        agrees(dump(json, { flowLevel, noRefs: true, lineWidth: 30 }));
      }),
      { numRuns: 1_500 },
    );
  });
});
