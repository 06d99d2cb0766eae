import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lineHashes } from './line-hash.ts';

test.each([
  ['', ['c129715d7a2bc9a3:1']],
  [
    ' a\nb\n  \t\tc\n d',
    ['271789c17abda88f:1', '54703d4cd895b18:1', '180aee12dab6264:1', 'a23a3dc5e078b07b:1'],
  ],
])('the hashes of %j are those that GitHub computes', (text, expected) => {
  expect(lineHashes(text)).toEqual(expected);
});

test('lines alike get the same hash with their number', () => {
  const hashes = lineHashes('x = 2\nx = 1\nprint(x)\nx = 3\nprint(x)\nx = 4\nprint(x)\n');
  expect([hashes.length, hashes[0], hashes.at(-1)]).toEqual([8, 'e54938cc54b302f1:1', 'c129715d7a2bc9a3:1']);
});

test('blanks and the kind of line ends do not matter', () => {
  expect(lineHashes('a: 1\r\n\tb:  2\rc')).toEqual(lineHashes('a:1\nb: 2\nc'));
});

test('the arithmetic in halves agrees with big integers on any text', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('a', '\uffff', '\n', '決', '\0', 'z'), maxLength: 400 }),
      (text) => {
        expect(lineHashes(text)).toEqual(slowly(text));
      },
    ),
  );
});

/** The same in the plainest way: for each line the polynomial over the 100 kept units from its start. */
function slowly(text: string): string[] {
  const kept = text.replace(/[ \t]/g, '');
  const units = [...Array.from({ length: kept.length }, (_, index) => kept.charCodeAt(index)), 65535];
  const starts = units.flatMap((_, index) => (index === 0 || units[index - 1] === 10 ? [index] : []));
  const seen = new Map<string, number>();
  return starts.map((start) => {
    let hash = 0n;
    for (let i = start; i < start + 100; i++) hash = BigInt.asUintN(64, hash * 37n + BigInt(units[i] ?? 0));
    const hex = hash.toString(16);
    seen.set(hex, (seen.get(hex) ?? 0) + 1);
    return `${hex}:${seen.get(hex)}`;
  });
}
