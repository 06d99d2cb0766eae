import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sourceFile } from '../source/index.ts';
import { parseYaml } from '../syntax/yaml/index.ts';
import { rootNode } from './data-node.ts';
import { scalarPlaces } from './scalar-places.ts';

/** The source text at the place of a needle in the value of key `s`. */
function found(yaml: string, needle: string): string {
  const [document] = parseYaml(sourceFile('w.yml', yaml)).documents;
  const node = rootNode(document!).get('s');
  const start = node.text!.indexOf(needle);
  const { file, span } = scalarPlaces(node)({ start, end: start + needle.length });
  return `${file.positionAt(span.start).line}:${file.positionAt(span.start).column} ${file.text.slice(span.start, span.end)}`;
}

it.each<[style: string, yaml: string, expected: string]>([
  ['plain', 's: a b ${{ x }}\n', '1:8 ${{ x }}'],
  ['plain over lines', 's: a\n   b ${{ x }}\n', '2:6 ${{ x }}'],
  ['single quotes', "s: 'it''s ${{ x }}'\n", '1:11 ${{ x }}'],
  ['double quotes', 's: "a\\n\\"\\u0041 \\\n  ${{ x }}"\n', '2:3 ${{ x }}'],
  ['literal', 's: |- # c\n\n    a\n      ${{ x }}\n', '4:7 ${{ x }}'],
  ['folded', 's: >\n  a\n  ${{ x }}\n', '3:3 ${{ x }}'],
  ['with carriage returns', 's: |\r\n  a\r\n  ${{ x }}\r\n', '3:3 ${{ x }}'],
])('finds places in a scalar: %s', (_, yaml, expected) => {
  expect(found(yaml, '${{ x }}')).toBe(expected);
});

it('finds every visible character, however the text is quoted', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', "'", '"', '\\', ' ', '#', ':', '$', 'ü', '\n') });
  fc.assert(
    fc.property(text, (value) => {
      const lines = `|2-\n${value
        .split('\n')
        .map((line) => `  ${line}`)
        .join('\n')}\n`;
      const styles = [
        JSON.stringify(value),
        `'${value.replaceAll("'", "''").replaceAll('\n', '\n\n')}'`,
        lines,
      ];
      for (const style of styles) {
        const [document] = parseYaml(sourceFile('w.yml', `s: ${style}`)).documents;
        const node = rootNode(document!).get('s');
        const read = node.text ?? '';
        const placeOf = scalarPlaces(node);
        for (let at = 0; at < read.length; at++) {
          const char = read.charAt(at);
          if (/\s/.test(char) || read.length === 1) continue;
          const { file, span } = placeOf({ start: at, end: at + 1 });
          const source = file.text.slice(span.start, span.start + 2);
          expect(source === `\\${char}` || source.startsWith(char)).toBe(true);
        }
      }
    }),
  );
});
