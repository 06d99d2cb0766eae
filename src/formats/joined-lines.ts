import type { Location, Span } from '../source/index.ts';

/** A line of a script, or several, and where its parts stand. */
export interface ScriptLine {
  readonly text: string;
  readonly placeOf: (span: Span) => Location;
}

interface Piece extends ScriptLine {
  readonly start: number;
}

/**
 * Lines that run one after another in one shell, as one script that knows where each of them stands.
 * @param otherwise the place of what stands in no line
 */
export function joinedLines(lines: readonly ScriptLine[], otherwise: Location): ScriptLine {
  const pieces: Piece[] = [];
  let text = '';
  for (const line of lines) {
    pieces.push({ ...line, start: text.length });
    text += `${line.text}\n`;
  }
  return {
    text,
    placeOf: ({ start, end }) => {
      const piece = pieceAt(pieces, start);
      if (!piece) return otherwise;
      const last = Math.min(end - piece.start, piece.text.length);
      return piece.placeOf({ start: start - piece.start, end: Math.max(last, start - piece.start) });
    },
  };
}

/** The last piece that begins before a place, or there. */
function pieceAt(pieces: readonly Piece[], at: number): Piece | undefined {
  let low = 0;
  let high = pieces.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((pieces[middle]?.start ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return pieces[low];
}
