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
