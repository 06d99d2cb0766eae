import type { Location, Span } from '../../source/index.ts';

/**
 * Where a part of a scalar's text stands in the file. Folding, indentation, quotes and escapes change blanks and
 * marks only, so the n-th character that is not blank is the same one in both. Where the counts do not agree, as
 * behind an alias, the whole scalar is the place.
 */
export function placeInScalar(scalar: Location, text: string, part: Span): Location {
  const { file, span } = scalar;
  const source = file.text.slice(span.start, span.end);
  const plain = source === text ? 0 : source.slice(1, -1) === text ? 1 : -1;
  if (plain >= 0) {
    const start = span.start + plain;
    return { file, span: { start: start + part.start, end: start + part.end } };
  }
  const units = blackUnits(source);
  if (units.length !== countBlack(text, text.length)) return scalar;
  const first = units[countBlack(text, part.start)];
  const last = units[countBlack(text, Math.max(part.end, part.start + 1)) - 1];
  if (!first || !last || last.end < first.start) return scalar;
  return { file, span: { start: span.start + first.start, end: span.start + last.end } };
}

function countBlack(text: string, end: number): number {
  let count = 0;
  for (let i = 0; i < end && i < text.length; i++) if (!isBlank(text.charAt(i))) count++;
  return count;
}

/** The characters of a scalar as written that are not blank, an escape being one character. */
function blackUnits(source: string): readonly Span[] {
  const header = /^[|>][-+\d]*[ \t]*(?:#[^\n]*)?\r?\n/.exec(source);
  const quote = source.startsWith('"') || source.startsWith("'") ? source.charAt(0) : '';
  const end = quote !== '' && source.endsWith(quote) ? source.length - 1 : source.length;
  const units: Span[] = [];
  let start = header?.[0].length ?? quote.length;
  while (start < end) {
    const length = unitLength(source, start, quote);
    const unit = source.slice(start, start + length);
    if (!isBlank(unit) && !BLANK_ESCAPES.test(unit)) units.push({ start, end: start + length });
    start += length;
  }
  return units;
}

const BLANK_ESCAPES = /^\\[ntrfv \n\r\t_]$/;

/** Lengths of escapes with a code; the others are two characters long. */
const CODED: Readonly<Record<string, number>> = { x: 4, u: 6, U: 10 };

function unitLength(source: string, start: number, quote: string): number {
  if (quote === "'") return source.startsWith("''", start) ? 2 : 1;
  if (quote !== '"' || source[start] !== '\\') return 1;
  return CODED[source.charAt(start + 1)] ?? 2;
}

function isBlank(unit: string): boolean {
  return unit.trim() === '';
}
