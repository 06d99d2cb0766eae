const WINDOW = 100;
const BASE = 37;
const HALF = 2 ** 32;
const [TAB, LINE_FEED, CARRIAGE_RETURN, SPACE, END] = [9, 10, 13, 32, 65535] as const;

/** BASE to the power of WINDOW, modulo 2^64, in two halves. */
const LEAVING = power();

/**
 * GitHub's `primaryLocationLineHash` of every line, as its upload action computes it (github/codeql-action,
 * src/fingerprints.ts): a rolling hash over the 100 characters from the line's start, without blanks, and which
 * occurrence of that hash it is.
 */
export function lineHashes(text: string): readonly string[] {
  const window = new Uint16Array(WINDOW);
  const lineAt = new Int32Array(WINDOW).fill(-1);
  const hashes: string[] = [];
  const seen = new Map<string, number>();
  let [high, low, index, line, lineStart, afterReturn] = [0, 0, 0, 0, true, false];

  const emit = (): void => {
    const started = lineAt[index] ?? -1;
    if (started < 0) return;
    const hash = high === 0 ? low.toString(16) : high.toString(16) + low.toString(16).padStart(8, '0');
    const occurrence = (seen.get(hash) ?? 0) + 1;
    seen.set(hash, occurrence);
    hashes[started] = `${hash}:${occurrence}`;
    lineAt[index] = -1;
  };
  // 64-bit arithmetic that wraps around, in halves whose products stay exact in a double.
  const push = (unit: number): void => {
    const leaving = window[index] ?? 0;
    window[index] = unit;
    const lower = BASE * low + unit - LEAVING.low * leaving;
    const carry = Math.floor(lower / HALF);
    low = lower - carry * HALF;
    const upper = BASE * high + carry - LEAVING.high * leaving;
    high = upper - Math.floor(upper / HALF) * HALF;
    index = (index + 1) % WINDOW;
  };
  const read = (unit: number): void => {
    if (unit === SPACE || unit === TAB || (afterReturn && unit === LINE_FEED)) {
      afterReturn = false;
      return;
    }
    afterReturn = unit === CARRIAGE_RETURN;
    const kept = afterReturn ? LINE_FEED : unit;
    emit();
    if (lineStart) {
      lineStart = false;
      lineAt[index] = line++;
    }
    if (kept === LINE_FEED) lineStart = true;
    push(kept);
  };

  for (let i = 0; i < text.length; i++) read(text.charCodeAt(i));
  read(END);
  for (let i = 0; i < WINDOW; i++) {
    emit();
    push(0);
  }
  return hashes;
}

function power(): { readonly high: number; readonly low: number } {
  let value = 1n;
  for (let i = 0; i < WINDOW; i++) value = BigInt.asUintN(64, value * BigInt(BASE));
  return { high: Number(value >> 32n), low: Number(value & 0xffffffffn) };
}
