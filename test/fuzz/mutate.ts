import { sourceFile } from '../../src/source/index.ts';
import { parseZip } from '../../src/syntax/zip/index.ts';
import { zipOf } from '../../src/syntax/zip/testing/zip.ts';

/** Numbers from 0 up to 1 that look random, and are the same for the same seed. */
export type Random = () => number;

/** What breaks readers more often than other bytes do. */
const PIECES: readonly string[] = [
  ...['"', '${', '%{', '}', '{', '[', ']', '(', ')', '<<EOT\n', '\n', '\r\n', '\t', '\0', '\\', '#', '/*'],
  ...['&a ', '*a', '<<: ', '!Ref ', '!Sub ', '| \n', '> \n', '---\n', '...', '? ', '- ', ': '],
  ...[
    'null',
    'true',
    '-1',
    '1e999',
    '0x1f',
    '99999999999999999999',
    '__proto__',
    'constructor',
    '\u{1F600}',
    '\uFEFF',
  ],
];

/** A file with a few changes: flipped, cut, left out, repeated, taken from another one. */
export function mutated(bytes: Uint8Array, other: Uint8Array, random: Random): Uint8Array {
  let result = bytes;
  for (let changes = 1 + below(4, random); changes > 0; changes--) result = changed(result, other, random);
  return result;
}

/** An archive one entry of which is broken, and which is sound itself: else its checksums tell all that is wrong. */
export function mutatedInside(bytes: Uint8Array, random: Random): Uint8Array {
  const { archive } = parseZip(sourceFile('archive', ''), bytes);
  const entries = [...(archive?.entries ?? [])].map(([name, content]) => ({ name, content }));
  const [one, other] = [entries[below(entries.length, random)], entries[below(entries.length, random)]];
  if (!one || !other) return bytes;
  const content = mutated(one.content, other.content, random);
  return zipOf(entries.map((entry) => (entry === one ? { ...one, content } : entry)));
}

function changed(bytes: Uint8Array, other: Uint8Array, random: Random): Uint8Array {
  const at = below(bytes.length + 1, random);
  const end = Math.min(bytes.length, at + 1 + below(40, random));
  const before = bytes.subarray(0, at);
  const after = bytes.subarray(at);
  switch (below(7, random)) {
    case 0: {
      const flipped = Uint8Array.from(bytes);
      if (at < flipped.length) flipped[at] = (flipped[at] ?? 0) ^ (1 << below(8, random));
      return flipped;
    }
    case 1:
      return before;
    case 2:
      return joined(before, bytes.subarray(end));
    case 3:
      return joined(before, bytes.subarray(at, end), after);
    case 4: {
      const from = below(other.length, random);
      return joined(before, other.subarray(from, from + below(200, random)), after);
    }
    case 5: {
      const piece = new TextEncoder().encode(PIECES[below(PIECES.length, random)]);
      return joined(before, ...Array.from({ length: below(20, random) === 0 ? 300 : 1 }, () => piece), after);
    }
    default: {
      const lines = new TextDecoder('latin1').decode(bytes).split('\n');
      const [moved = ''] = lines.splice(below(lines.length, random), 1);
      lines.splice(below(lines.length + 1, random), 0, moved);
      return Uint8Array.from(lines.join('\n'), (character) => character.charCodeAt(0));
    }
  }
}

function below(limit: number, random: Random): number {
  return Math.floor(random() * limit);
}

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(Buffer.concat(parts));
}
