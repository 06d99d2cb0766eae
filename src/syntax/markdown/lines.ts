import type { Line } from '../prose/index.ts';

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
