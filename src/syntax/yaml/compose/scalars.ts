const DECIMAL = /^[-+]?\d+$/;
const FLOAT = /^[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[-+]?\d+)?$/i;
const OCTAL = /^0o[0-7]+$/;
const HEXADECIMAL = /^0x[\da-fA-F]+$/;
const INFINITE = /^[-+]?\.(?:inf|Inf|INF)$/;
const NOT_A_NUMBER = /^\.(?:nan|NaN|NAN)$/;

/** Words that stand for something else than themselves in YAML 1.2's core schema. */
const WORDS: ReadonlyMap<string, boolean | null> = new Map<string, boolean | null>([
  ['', null],
  ['~', null],
  ['null', null],
  ['Null', null],
  ['NULL', null],
  ...['true', 'True', 'TRUE'].map((word) => [word, true] as const),
  ...['false', 'False', 'FALSE'].map((word) => [word, false] as const),
]);

/** The same in YAML 1.1 as programs read it in practice: without `y` and `n`. */
const WORDS_1_1: ReadonlyMap<string, boolean | null> = new Map<string, boolean | null>([
  ...WORDS,
  ...['yes', 'Yes', 'YES', 'on', 'On', 'ON'].map((word) => [word, true] as const),
  ...['no', 'No', 'NO', 'off', 'Off', 'OFF'].map((word) => [word, false] as const),
]);

/** The value of a plain scalar: YAML 1.2.2, 10.3.2. */
export function resolvePlain(text: string, booleans: '1.1' | '1.2'): unknown {
  const first = text.charCodeAt(0);
  if (first <= 57 && first >= 43) return resolveNumber(text) ?? text;
  if (text.length > 5) return text;
  const word = (booleans === '1.1' ? WORDS_1_1 : WORDS).get(text);
  return word === undefined ? text : word;
}

/** undefined: no number, or one too large for a number. */
export function resolveNumber(text: string): number | undefined {
  if (DECIMAL.test(text) || FLOAT.test(text)) {
    const value = Number(text);
    return Number.isFinite(value) ? value : undefined;
  }
  if (OCTAL.test(text) || HEXADECIMAL.test(text)) {
    const value = Number(text);
    return Number.isFinite(value) ? value : undefined;
  }
  if (INFINITE.test(text)) return text.startsWith('-') ? -Infinity : Infinity;
  return NOT_A_NUMBER.test(text) ? NaN : undefined;
}
