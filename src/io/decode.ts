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
  return strict('utf-8', bytes);
}

function strict(encoding: string, bytes: Uint8Array): Decoded {
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
