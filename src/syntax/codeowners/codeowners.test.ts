import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sourceFile } from '../../source/index.ts';
import { parseCodeOwners } from './index.ts';

const read = (text: string): unknown => {
  const { entries, sections } = parseCodeOwners(sourceFile('CODEOWNERS', text));
  const heads = sections.map(
    ({ name, optional, owners }) => `[${name}]${optional ? '?' : ''} ${owners.join(' ')}`,
  );
  return [
    ...heads,
    ...entries.map(({ pattern, excludes, owners, section, location }) => {
      const { line, column } = location.file.positionAt(location.span.start);
      return `${section} ${excludes ? '!' : ''}${pattern} <- ${owners.join(' ')} @${line}:${column}`;
    }),
  ];
};

it('reads patterns with their owners, without comments', () => {
  expect(read('# who\n* @shop/all\n/docs/ a@example.com  @b # the docs\r\n/my\\ file @c\n\n/none\n')).toEqual(
    [
      '-1 * <- @shop/all @2:1',
      '-1 /docs/ <- a@example.com @b @3:1',
      '-1 /my file <- @c @4:1',
      '-1 /none <-  @6:1',
    ],
  );
});

it('reads sections, whose owners go to lines without any, and exclusions', () => {
  expect(read('^[Docs][2] @docs\n*.md\n/a.md @a\n[Code]\n!/src/gen/\n')).toEqual([
    '[Docs]? @docs',
    '[Code] ',
    '0 *.md <- @docs @2:1',
    '0 /a.md <- @a @3:1',
    '1 !/src/gen/ <-  @5:1',
  ]);
});

it('says of each pattern where it stands, whatever the text', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a\\ #@!^[\]\n\r\t*/]{0,60}$/), (text) => {
      const file = sourceFile('CODEOWNERS', text);
      for (const { pattern, excludes, location } of parseCodeOwners(file).entries) {
        const written = text.slice(location.span.start, location.span.end);
        expect(written.replaceAll(/\\([ #])/g, '$1')).toBe(`${excludes ? '!' : ''}${pattern}`);
      }
    }),
  );
});
