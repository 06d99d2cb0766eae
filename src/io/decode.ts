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

/** Binary search for the shortest prefix that does not decode. */
function firstInvalid(encoding: string, bytes: Uint8Array): number {
  let good = 0;
  let bad = bytes.length;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    try {
      new TextDecoder(encoding, { fatal: true }).decode(bytes.subarray(0, middle), { stream: true });
      good = middle;
    } catch {
      bad = middle;
    }
  }
  return good;
}
