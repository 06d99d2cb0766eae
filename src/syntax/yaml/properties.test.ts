import fc from 'fast-check';
import { CORE_SCHEMA, dump, loadAll, mergeTag } from 'js-yaml';
import { describe, expect, test } from 'vitest';
import type { DataDocument, Path } from '../data/index.ts';
import { marked, parse } from './testing.ts';

const pieces = [
  ...[
    'a',
    'b',
    ' ',
    '  ',
    '\n',
    '\n',
    '\n  ',
    '\n    ',
    ': ',
    ':\n',
    '- ',
    '-\n',
    '? ',
    '"',
    "'",
    '\\',
    '#',
    ' # ',
    '\t',
  ],
  ...[
    '[',
    ']',
    '{',
    '}',
    ', ',
    '|\n',
    '>-\n',
    '|2+\n',
    '&x ',
    '*x',
    '!t ',
    '!!str ',
    '<<: ',
    '---\n',
    '...\n',
    '%TAG ! x\n',
  ],
  ...['{{ ', '\r\n', '\u0000', '\ufeff', '\u2028', '💐', '1.10', '~', 'null', '""'],
];
const yamlLike = fc.array(fc.constantFrom(...pieces), { maxLength: 30 }).map((parts) => parts.join(''));

/** Plain values as YAML can write them; keys that merge are another matter. */
const value = fc
  .jsonValue({ maxDepth: 4 })
  .map((json) => JSON.parse(JSON.stringify(json).replaceAll('"<<"', '"<"')) as unknown);

function visit(
  document: DataDocument,
  at: unknown,
  path: Path,
  see: (path: Path, at: unknown) => void,
): void {
  see(path, at);
  if (typeof at !== 'object' || at === null) return;
  for (const [key, child] of Object.entries(at))
    visit(document, child, [...path, Array.isArray(at) ? Number(key) : key], see);
}

/** js-yaml's keys are texts of values, ours are texts as written; and it gives null for what has no content. */
function comparable(documents: readonly unknown[]): unknown {
  const keys: Readonly<Record<string, string>> = { '': 'null', '~': 'null', '1.10': '1.1' };
  const convert = (item: unknown): unknown => {
    if (Array.isArray(item)) return item.map(convert);
    if (typeof item !== 'object' || item === null) return item;
    return Object.fromEntries(Object.entries(item).map(([key, inner]) => [keys[key] ?? key, convert(inner)]));
  };
  return documents.filter((item) => item !== null).map(convert);
}

describe('for whatever text', () => {
  test('parsing ends without throwing, every value has a place in order, and lookups agree with values', () => {
    fc.assert(
      fc.property(fc.oneof({ weight: 3, arbitrary: yamlLike }, fc.string({ unit: 'binary' })), (text) => {
        for (const document of parse(text).documents) {
          expect(document.comments.every((comment) => text[comment.location.span.start] === '#')).toBe(true);
          visit(document, document.value, [], (path) => {
            const { start, end } = document.locate(path).span;
            expect(start >= 0 && start <= end && end <= text.length).toBe(true);
          });
        }
      }),
      { numRuns: 3000 },
    );
  });

  test('what js-yaml reads has the same values here', () => {
    const schema = CORE_SCHEMA.withTags(mergeTag);
    fc.assert(
      fc.property(yamlLike, (text) => {
        let expected: unknown[];
        try {
          expected = loadAll(text, { schema });
        } catch {
          return;
        }
        const file = parse(text);
        // js-yaml reads blanks after "..." and byte-order marks otherwise inside a stream than at its start.
        if (file.diagnostics.length > 0 || /\.\.\.\n\s|\ufeff/.test(text)) return;
        const found = file.documents.map((document) => document.value);
        expect(comparable(found)).toEqual(comparable(expected));
      }),
      { numRuns: 3000 },
    );
  });
});

describe('for whatever value', () => {
  test('its text as block or flow YAML gives it back', () => {
    fc.assert(
      fc.property(value, fc.constantFrom(-1, 0, 2), (json, flowLevel) => {
        const [document] = parse(dump(json, { flowLevel, noRefs: true })).documents;
        expect(document?.value).toEqual(json);
      }),
    );
  });

  test('its JSON text is YAML', () => {
    fc.assert(
      fc.property(value, (json) => {
        const [document] = parse(JSON.stringify(json, null, 1)).documents;
        expect(document?.value).toEqual(json);
      }),
    );
  });

  test('the text at the place of each scalar reads as that scalar', () => {
    fc.assert(
      fc.property(value, fc.constantFrom(-1, 1), (json, flowLevel) => {
        const [document] = parse(dump(json, { flowLevel, noRefs: true })).documents;
        if (document === undefined) return;
        visit(document, json, [], (path, scalar) => {
          if (typeof scalar === 'object' && scalar !== null) return;
          const text = marked(document, path);
          // A block scalar's own indentation, or its last line ends, are told by what is around it.
          if (/^[|>][-+]?\d|^[|>]\+/.test(text)) return;
          const [again] = parse(`${text}\n`).documents;
          expect(again?.value ?? null).toEqual(scalar);
        });
      }),
    );
  });
});
