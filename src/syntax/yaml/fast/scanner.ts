import { unescape, unfold } from './quoted.ts';
import { unitsOf } from './text-units.ts';
import {
  APOSTROPHE,
  BACKSLASH,
  COLON,
  CR,
  DASH,
  DOT,
  END,
  HASH,
  isInner,
  LF,
  QUOTE,
  SPACE,
  TAB,
  unsure,
} from './units.ts';

/** Walks over lines and the scalars in them. What a method finds beside its answer is left in the fields. */
export class Scanner {
  readonly text: string;
  readonly units: Uint16Array;
  /** Where the document ends, and where its comments start that were passed. */
  limit = 0;
  comments: number[] = [];
  /** The next token: where it stands, and in which column; -1 at the end of the document. */
  at = 0;
  indent = -1;
  /** Where the scalar ends that was scanned last. */
  end = 0;
  /** Has the quoted scalar that was scanned last several lines? */
  isFolded = false;
  #isEscaped = false;

  constructor(text: string) {
    this.text = text;
    this.units = unitsOf(text);
  }

  /** Goes to the first token of the document, behind `---`. */
  toStart(start: number, limit: number): void {
    const { units } = this;
    this.limit = limit;
    this.comments = [];
    let line = start;
    while (line < limit && (units[line] === HASH || units[line] === LF))
      line = units[line] === LF ? line + 1 : this.#comment(line) + 1;
    if (line < limit && this.text.startsWith('---', line)) this.endLine(line + 3);
    else this.toToken(line);
    if (this.indent >= 0 && this.#isMarker(this.at)) unsure();
  }

  /** Goes to the first token from the start of a line on, over blank lines and comments. */
  toToken(lineStart: number): void {
    const { units, limit } = this;
    for (let line = lineStart; line < limit;) {
      let i = line;
      let unit = units[i] ?? END;
      while (unit === SPACE) unit = units[++i] ?? END;
      if (unit === LF) line = i + 1;
      else if (unit === HASH) line = this.#comment(i) + 1;
      else if (unit === TAB) unsure();
      else if (unit === END) break;
      else {
        if (i === line && this.#isMarker(i)) unsure();
        this.at = i;
        this.indent = i - line;
        return;
      }
    }
    this.at = limit;
    this.indent = -1;
  }

  /** Goes on to the next token after a value; only blanks and a comment may stand on the rest of the line. */
  endLine(from: number): void {
    this.toToken(this.restOfLine(from) + 1);
  }

  /** Where the line ends, on whose rest only blanks and a comment may stand. */
  restOfLine(from: number): number {
    const i = this.skipBlanks(from);
    const unit = this.units[i] ?? END;
    if (unit === LF || unit === END) return i;
    if (unit !== HASH || i === from) unsure();
    return this.#comment(i);
  }

  skipBlanks(from: number): number {
    let i = from;
    while (this.units[i] === SPACE) i++;
    return i;
  }

  /** Over blanks, line ends and comments; the last line must be indented deeper than `indent`. */
  skipGap(from: number, indent: number): number {
    let at = this.skipBlanks(from);
    for (;;) {
      if (this.units[at] === HASH && at > from) at = this.#comment(at);
      if (this.units[at] !== LF) return at;
      const line = at + 1;
      at = this.skipBlanks(line);
      const unit = this.units[at] ?? END;
      if (at - line <= indent && isInner(unit) && unit !== HASH) unsure();
    }
  }

  lineEnd(from: number): number {
    const end = this.text.indexOf('\n', from);
    return end < 0 ? this.limit : end;
  }

  /** Where the text of a line ends that ends at `lineEnd`. */
  textEnd(lineEnd: number): number {
    return this.text.charCodeAt(lineEnd - 1) === CR && lineEnd < this.limit ? lineEnd - 1 : lineEnd;
  }

  #comment(from: number): number {
    this.comments.push(from);
    return this.lineEnd(from);
  }

  /** Does `---` or `...` stand here, whatever follows? */
  #isMarker(at: number): boolean {
    const unit = this.units[at];
    return (unit === DASH || unit === DOT) && this.units[at + 1] === unit && this.units[at + 2] === unit;
  }

  startsItem(at: number): boolean {
    return this.units[at] === DASH && !isInner(this.units[at + 1] ?? END);
  }

  /** Over a plain scalar outside brackets, on one line. Gives where it stops: before `: `, ` #` or the line's end. */
  plain(from: number): number {
    const { units } = this;
    let i = from;
    for (; ; i++) {
      const unit = units[i] ?? END;
      if (unit > COLON || unit === SPACE) continue;
      if (unit === COLON) {
        if (!isInner(units[i + 1] ?? END)) break;
      } else if (unit === HASH) {
        if (units[i - 1] === SPACE) break;
      } else if (unit < SPACE) {
        if (unit === TAB) unsure();
        break;
      }
    }
    return this.endPlain(i);
  }

  /** Ends a plain scalar that stops there, before the blanks. Gives back where it stops. */
  endPlain(stop: number): number {
    let end = stop;
    while (this.units[end - 1] === SPACE) end--;
    this.end = end;
    return stop;
  }

  /** Over a scalar in quotes, if there is one. */
  quoted(from: number): boolean {
    const quote = this.units[from] ?? END;
    if (quote !== QUOTE && quote !== APOSTROPHE) return false;
    const { units } = this;
    this.isFolded = false;
    this.#isEscaped = false;
    for (let i = from + 1; ; i++) {
      const unit = units[i] ?? END;
      if (unit === quote) {
        if (quote === QUOTE || units[i + 1] !== APOSTROPHE) {
          this.end = i + 1;
          return true;
        }
        this.#isEscaped = true;
        i++;
      } else if (unit === BACKSLASH && quote === QUOTE) {
        this.#isEscaped = true;
        if (!isInner(units[++i] ?? END)) unsure();
      } else if (unit === LF) this.isFolded = true;
      else if (unit === TAB || unit === END) unsure();
    }
  }

  /** The text of the quoted scalar that was just scanned; its lines must be indented deeper than `indent`. */
  quotedText(from: number, indent: number): string {
    const raw = this.text.slice(from + 1, this.end - 1);
    const text = this.isFolded ? unfold(raw, indent) : raw;
    if (!this.#isEscaped) return text;
    return this.units[from] === QUOTE ? unescape(text) : text.replaceAll("''", "'");
  }
}
