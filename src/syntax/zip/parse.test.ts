import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sourceFile } from '../../source/index.ts';
import { parseZip } from './parse.ts';
import { zipOf } from './testing/zip.ts';

const file = sourceFile('tfplan', '');
const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
const told = (bytes: Uint8Array): string =>
  parseZip(file, bytes)
    .diagnostics.map(({ message }) => message)
    .join(' ');

test('an archive gives its entries, folders aside', () => {
  const bytes = zipOf([
    { name: 'tfplan', content: 'plan' },
    { name: 'tfconfig/', content: '' },
    { name: 'tfconfig/m-/main.tf', content: 'a = 1\n'.repeat(100), deflate: true },
    { name: 'empty', content: '', deflate: true },
  ]);
  const { archive, diagnostics } = parseZip(file, bytes);
  expect(diagnostics).toEqual([]);
  expect([...(archive?.entries ?? [])].map(([name, content]) => [name, text(content)])).toEqual([
    ['tfplan', 'plan'],
    ['tfconfig/m-/main.tf', 'a = 1\n'.repeat(100)],
    ['empty', ''],
  ]);
});

const SOUND = zipOf([{ name: 'tfplan', content: 'plan of something', deflate: true }]);

test.each<[what: string, bytes: Uint8Array, message: string]>([
  ['no archive', new TextEncoder().encode('{"a": 1}'), 'It is no zip archive, or its end is missing.'],
  ['empty', new Uint8Array(), 'It is no zip archive, or its end is missing.'],
  ['cut', SOUND.slice(0, -30), 'It is no zip archive, or its end is missing.'],
  ['without its beginning', SOUND.slice(10), 'The list of the archive is broken.'],
  [
    'leading outside',
    zipOf([{ name: '../../etc/passwd', content: '' }]),
    'The archive has an entry that no honest one has: "../../etc/passwd".',
  ],
  [
    'with a name twice',
    zipOf([
      { name: 'a', content: '1' },
      { name: 'a', content: '2' },
    ]),
    'The archive has an entry that no honest one has: "a".',
  ],
  [
    'with other content than it says',
    zipOf([{ name: 'a', content: 'abc', checksum: 1 }]),
    'The entry a of the archive is broken.',
  ],
  [
    'larger than it says',
    zipOf([{ name: 'a', content: 'a'.repeat(100_000), deflate: true, size: 10 }]),
    'The entry a of the archive is broken.',
  ],
  [
    'a bomb',
    zipOf([{ name: 'a', content: '', packed: deflateRawSync(Buffer.alloc(1000)), size: 4_000_000_000 }]),
    'The archive holds more than 67108864 bytes.',
  ],
])('an archive that is %s is one diagnostic', (_, bytes, message) => {
  expect(told(bytes)).toBe(message);
});

test('no bytes make it throw', () => {
  fc.assert(
    fc.property(fc.nat(SOUND.length - 1), fc.nat(255), fc.nat(SOUND.length), (at, byte, end) => {
      const changed = SOUND.slice(0, end);
      if (at < end) changed[at] = byte;
      parseZip(file, changed);
    }),
    { numRuns: 1000 },
  );
});
