/** A line's place in the text, `end` before its line end. */
export interface Line {
  readonly start: number;
  readonly end: number;
}

export function* linesOf(text: string): Generator<Line> {
  const lineEnds = /\r\n|\r|\n/g;
  let start = 0;
  for (let match = lineEnds.exec(text); match !== null; match = lineEnds.exec(text)) {
    yield { start, end: match.index };
    start = lineEnds.lastIndex;
  }
  if (start < text.length) yield { start, end: text.length };
}

/** A reader of one line that knows the column it has come to; tabs go to the next multiple of four. */
export class Cursor {
  at: number;
  column = 0;
  readonly end: number;
  readonly #text: string;

  constructor(text: string, line: Line) {
    this.#text = text;
    this.at = line.start;
    this.end = line.end;
  }

  /** Skips blanks, up to a column. */
  skipBlanks(toColumn?: number): void {
    const limit = toColumn ?? Infinity;
    for (; this.at < this.end && this.column < limit; this.at++) {
      const char = this.#text.charCodeAt(this.at);
      if (char === 0x20) this.column++;
      else if (char === 0x09) this.column += 4 - (this.column % 4);
      else return;
    }
  }

  skip(count: number): void {
    this.at += count;
    this.column += count;
  }

  peek(): string {
    return this.at < this.end ? (this.#text[this.at] ?? '') : '';
  }

  /** What is left of the line. */
  rest(): string {
    return this.#text.slice(this.at, this.end);
  }
}
