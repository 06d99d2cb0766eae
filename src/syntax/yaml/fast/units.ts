/** The characters that decide, as UTF-16 code units. */
export const TAB = 9;
export const LF = 10;
export const SPACE = 32;
export const BANG = 33;
export const QUOTE = 34;
export const HASH = 35;
export const APOSTROPHE = 39;
export const COMMA = 44;
export const DASH = 45;
export const DOT = 46;
export const COLON = 58;
export const GREATER = 62;
export const LEFT_BRACKET = 91;
export const BACKSLASH = 92;
export const RIGHT_BRACKET = 93;
export const LEFT_BRACE = 123;
export const BAR = 124;
export const RIGHT_BRACE = 125;

/** Keys without `?` may have 1,024 characters: YAML 1.2.2, 8.2.2. */
export const LONGEST_KEY = 1000;

/** Nothing that a plain scalar may start with, or only sometimes: YAML 1.2.2, 5.3. */
const INDICATORS = new Set(Array.from('?,[]{}#&*!|>\'"%@`', (character) => character.charCodeAt(0)));

/** Does surely a plain scalar start with these two? A dash or a colon before a blank or a line's end is none. */
export function startsPlain(unit: number, next: number): boolean {
  if (INDICATORS.has(unit) || unit === TAB) return false;
  return (unit !== DASH && unit !== COLON) || isInner(next);
}

/** Neither a blank nor the end of a line or of the text. */
export function isInner(unit: number): boolean {
  return unit !== SPACE && unit !== LF && unit !== TAB && !Number.isNaN(unit);
}

/** The text is not surely in the part of YAML that is read here. One object: it is thrown often, and says nothing. */
const UNSURE: Error = new Error('not surely in the common subset of YAML');

export function unsure(): never {
  throw UNSURE;
}

export function isUnsure(error: unknown): boolean {
  return error === UNSURE;
}
