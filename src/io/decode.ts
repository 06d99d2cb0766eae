import { isAscii, isUtf8 } from 'node:buffer';

export type Decoded =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly problem: 'binary' | 'encoding'; readonly offset: number };

/** Decodes a text file: UTF-8, or UTF-16 with a byte-order mark. Bytes that are neither are not guessed at. */
export function decode(bytes: Uint8Array): Decoded {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return strict('utf-16le', bytes);
  if (first === 0xfe && second === 0xff) return strict('utf-16be', bytes);
  const zero = bytes.indexOf(0);
  if (zero >= 0 && zero < 8192) return { ok: false, problem: 'binary', offset: zero };
  return utf8(bytes);
}

/** `TextDecoder` is ten times slower, and keeps two bytes for each letter of ASCII. */
function utf8(bytes: Uint8Array): Decoded {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (isAscii(buffer)) return { ok: true, text: buffer.toString('latin1') };
  if (!isUtf8(buffer)) return { ok: false, problem: 'encoding', offset: firstInvalid('utf-8', bytes) };
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  return { ok: true, text: buffer.toString('utf8', marked ? 3 : 0) };
}

function strict(encoding: 'utf-16le' | 'utf-16be', bytes: Uint8Array): Decoded {
  try {
    return { ok: true, text: new TextDecoder(encoding, { fatal: true }).decode(bytes) };
  } catch {
    return { ok: false, problem: 'encoding', offset: firstInvalid(encoding, bytes) };
  }
}

/** Where the first replacement stands that is not a replacement character of the text itself. */
function firstInvalid(encoding: string, bytes: Uint8Array): number {
  const text = new TextDecoder(encoding).decode(bytes);
  const width = encoding === 'utf-8' ? 1 : 2;
  for (let at = text.indexOf('\ufffd'); at >= 0; at = text.indexOf('\ufffd', at + 1)) {
    const offset = width === 1 ? new TextEncoder().encode(text.slice(0, at)).length : 2 + at * width;
    const genuine =
      width === 1 && bytes[offset] === 0xef && bytes[offset + 1] === 0xbf && bytes[offset + 2] === 0xbd;
    if (!genuine) return offset;
  }
  return bytes.length;
}
