import type { Span } from '../../source/index.ts';

/** A line's place in the text, `end` before its line end. */
export interface Line {
  readonly start: number;
  readonly end: number;
}

/** The lines of a text, whatever ends them. */
export function* linesOf(text: string): Generator<Line> {
  const lineEnds = /\r\n|\r|\n/g;
  let start = 0;
  for (let match = lineEnds.exec(text); match !== null; match = lineEnds.exec(text)) {
    yield { start, end: match.index };
    start = lineEnds.lastIndex;
  }
  if (start < text.length) yield { start, end: text.length };
}

/** A stretch of the text without the blanks at its ends. */
export function withoutBlanks(text: string, from: number, to: number): Span {
  let [start, end] = [from, to];
  while (start < end && /\s/.test(text[start] ?? '')) start++;
  while (end > start && /\s/.test(text[end - 1] ?? '')) end--;
  return { start, end };
}
