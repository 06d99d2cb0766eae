import type { Location, Span } from '../source/index.ts';

/** A text of which parts were replaced, that still knows where its parts stand in the file. */
export interface RewrittenText {
  readonly text: string;
  /** Finds the place of a span of the new text; what was replaced stands where it was written, as a whole. */
  readonly placeOf: (span: Span) => Location;
}

interface Piece {
  /** Where the piece begins in the new text and in the old one, and how long it is in each. */
  readonly to: number;
  readonly from: number;
  readonly newLength: number;
  readonly oldLength: number;
}

/**
 * Replaces each match of a pattern.
 * @param pattern must be global
 * @param placeOf finds places of the text as it was
 */
export function rewrite(
  text: string,
  pattern: RegExp,
  replacement: (match: string) => string,
  placeOf: (span: Span) => Location,
): RewrittenText {
  const pieces: Piece[] = [];
  let written = '';
  let at = 0;
  const keep = (end: number): void => {
    if (end > at) pieces.push({ to: written.length, from: at, newLength: end - at, oldLength: end - at });
    written += text.slice(at, end);
  };
  for (const match of text.matchAll(pattern)) {
    keep(match.index);
    const [old] = match;
    const given = replacement(old);
    pieces.push({ to: written.length, from: match.index, newLength: given.length, oldLength: old.length });
    written += given;
    at = match.index + old.length;
  }
  if (pieces.length === 0) return { text, placeOf };
  keep(text.length);
  return {
    text: written,
    placeOf: ({ start, end }) => placeOf({ start: oldStart(pieces, start), end: oldEnd(pieces, end) }),
  };
}

function oldStart(pieces: readonly Piece[], offset: number): number {
  const piece = lastWhere(pieces, (one) => one.to <= offset);
  if (!piece) return 0;
  return piece.newLength === piece.oldLength ? piece.from + (offset - piece.to) : piece.from;
}

function oldEnd(pieces: readonly Piece[], offset: number): number {
  const piece = lastWhere(pieces, (one) => one.to < offset);
  if (!piece) return 0;
  if (piece.newLength === piece.oldLength) return piece.from + (offset - piece.to);
  return piece.from + piece.oldLength;
}

/** The last piece for which a condition holds that holds for all before it. */
function lastWhere(pieces: readonly Piece[], holds: (piece: Piece) => boolean): Piece | undefined {
  let low = 0;
  let high = pieces.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const piece = pieces[middle];
    if (piece && holds(piece)) low = middle + 1;
    else high = middle;
  }
  return pieces[low - 1];
}
