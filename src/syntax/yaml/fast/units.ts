/** The characters that decide, as UTF-16 code units. */
export const END = 0;
export const TAB = 9;
export const LF = 10;
export const CR = 13;
export const SPACE = 32;
export const BANG = 33;
export const QUOTE = 34;
export const HASH = 35;
export const APOSTROPHE = 39;
export const PLUS = 43;
export const COMMA = 44;
export const DASH = 45;
export const DOT = 46;
export const COLON = 58;
export const GREATER = 62;
export const QUESTION = 63;
export const LEFT_BRACKET = 91;
export const BACKSLASH = 92;
export const RIGHT_BRACKET = 93;
export const LEFT_BRACE = 123;
export const BAR = 124;
export const RIGHT_BRACE = 125;

/** Keys without `?` may have 1,024 characters: YAML 1.2.2, 8.2.2. */
export const LONGEST_KEY = 1000;

const INNER = 2;
/** What plain scalars start with: 1 always, 2 only before what is no blank, 0 never. YAML 1.2.2, 7.3.3. */
const STARTS = Uint8Array.from({ length: 127 }, (_, unit) => {
  const character = String.fromCharCode(unit);
  return '-:?'.includes(character) ? INNER : unit <= SPACE || ',[]{}#&*!|>\'"%@`'.includes(character) ? 0 : 1;
});

/** Does surely a plain scalar start with these two? */
export function startsPlain(unit: number, next: number): boolean {
  const starts = STARTS[unit];
  return starts === 1 || starts === undefined || (starts === INNER && isInner(next));
}

/** Neither a blank nor the end of a line or of the text. */
export function isInner(unit: number): boolean {
  return unit > SPACE;
}

/** The text is not surely in the part of YAML that is read here. One object: it is thrown often, and says nothing. */
const UNSURE: Error = new Error('not surely in the common subset of YAML');

export function unsure(): never {
  throw UNSURE;
}

export function isUnsure(error: unknown): boolean {
  return error === UNSURE;
}
