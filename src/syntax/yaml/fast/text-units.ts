import { CR, END, LF, SPACE, TAB } from './units.ts';

/** The units of shorter texts all go here; memory for a longer one is given back after it. */
const shared: Uint16Array<ArrayBuffer> = new Uint16Array(1 << 16);
const NO_BREAK_SPACE = 0xa0;
/** Ends of lines and paragraphs, marks of the byte order, and what is no character. */
const UNUSUAL = new Set([0x2028, 0x2029, 0xfeff, 0xfffe, 0xffff]);

/**
 * The units of a text, with room for one more after it: an array of integers is read three times as fast as a string.
 * They are valid until the next call. On a machine with the other byte order they look like no YAML at all.
 */
export function unitsOf(text: string): Uint16Array {
  const units = text.length < shared.length ? shared : new Uint16Array(text.length + 1);
  Buffer.from(units.buffer).write(text, 'utf16le');
  return units;
}

/**
 * Makes blanks of the carriage returns before line feeds. False: there are characters that YAML forbids, or that are
 * better left to the composer: single carriage returns, other line ends, marks of the byte order.
 */
export function prepareUnits(units: Uint16Array, start: number, end: number): boolean {
  for (let i = start; i < end; i++) {
    const unit = units[i] ?? END;
    if ((unit >= SPACE && unit < 127) || unit === LF) continue;
    if (isHighSurrogate(unit) && i + 1 < end && isLowSurrogate(units[i + 1] ?? END)) i++;
    else if (unit === CR && i + 1 < end && units[i + 1] === LF) units[i] = SPACE;
    else if (!isHarmless(unit)) return false;
  }
  return true;
}

const isHighSurrogate = (unit: number): boolean => (unit & 0xfc00) === 0xd800;
const isLowSurrogate = (unit: number): boolean => (unit & 0xfc00) === 0xdc00;

function isHarmless(unit: number): boolean {
  if (unit === TAB) return true;
  return unit >= NO_BREAK_SPACE && (unit & 0xf800) !== 0xd800 && !UNUSUAL.has(unit);
}
