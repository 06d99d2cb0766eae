import { expect, it } from 'vitest';
import { sourceFile } from '../../source/index.ts';
import { parseYaml } from '../../syntax/yaml/index.ts';
import { placeInScalar } from './scalar.ts';

/** What is marked in the file when `part` of the text of `expr` is asked for. */
function marked(yaml: string, part: string): string {
  const file = sourceFile('a.yml', yaml);
  const document = parseYaml(file).documents[0]!;
  const text = (document.value as { readonly expr: string }).expr;
  const start = text.indexOf(part);
  const { span } = placeInScalar(document.locate(['expr']), text, { start, end: start + part.length });
  return yaml.slice(span.start, span.end);
}

it.each([
  ['a plain scalar', 'expr: up == 0', 'up', 'up'],
  ['a plain scalar over lines', 'expr: up\n  ==\n  0', '== 0', '==\n  0'],
  ['single quotes', "expr: 'up{a=''b''} > 1'", "='b'", "=''b''"],
  ['double quotes with escapes', String.raw`expr: "up{a=\"b\"}\n > 1"`, '> 1', '> 1'],
  ['double quotes with codes', String.raw`expr: "\x75p \u003e 1"`, '>', String.raw`\u003e`],
  ['a literal block', 'expr: | # why\n  sum(\n    up\n  ) > 1\n', 'up', 'up'],
  ['a folded block', 'expr: >-\n  up\n\n  > 1\n', '> 1', '> 1'],
  ['an alias, as a whole', 'x: &e up == 0\nexpr: *e', 'up', '*e'],
])('finds a part of %s', (_, yaml, part, expected) => {
  expect(marked(yaml, part)).toBe(expected);
});
