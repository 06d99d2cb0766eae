import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sourceFile } from '../../source/index.ts';
import { parseYaml } from '../../syntax/yaml/index.ts';
import { commentText, yamlScalar } from './scalar.ts';

/** Names that files may have, and what else can stand in them. */
const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc
    .array(
      fc.constantFrom(
        '\n',
        '\r',
        '\u2028',
        '\u0085',
        '\t',
        ' #',
        ': ',
        "'",
        '"',
        '\\',
        '- ',
        '{',
        '&a',
        '*a',
        '!',
        '\uFEFF',
        '\u202E',
        'x',
      ),
      { maxLength: 8 },
    )
    .map((parts) => parts.join('')),
);

it('writes any text so that it is read as that text, whatever the comment behind it holds', () => {
  fc.assert(
    fc.property(hostile, hostile, (text, comment) => {
      const yaml = `a:\n  - k: ${yamlScalar(text)} # from ${commentText(comment)}\n    after: 1\n`;
      const { documents, diagnostics } = parseYaml(sourceFile('a.yaml', yaml));
      expect(diagnostics).toEqual([]);
      expect(documents.map(({ value }) => value)).toEqual([{ a: [{ k: text, after: 1 }] }]);
    }),
  );
});

it.each([
  ['checkout', 'checkout'],
  ['docs/a.md#b', 'docs/a.md#b'],
  ['.github/workflows/a.yml', '.github/workflows/a.yml'],
  ['30s', '30s'],
  ['yes', '"yes"'],
  ['.inf', '".inf"'],
  ['1', '"1"'],
  ['2026-01-01', '"2026-01-01"'],
  ['1e3', '"1e3"'],
  ['', '""'],
  ['a: b', '"a: b"'],
  ['a #b', '"a #b"'],
])('writes %j as %s', (text, yaml) => {
  expect(yamlScalar(text)).toBe(yaml);
});
