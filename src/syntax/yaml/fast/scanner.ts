import {
  APOSTROPHE,
  BACKSLASH,
  COLON,
  DASH,
  DOT,
  HASH,
  isInner,
  LF,
  QUOTE,
  SPACE,
  TAB,
  unsure,
} from './units.ts';

/** Escapes that JSON has too and that mean the same there: `"\/bfnrt`. `\u` is looked at by itself. */
const JSON_ESCAPES = new Set([34, 92, 47, 98, 102, 110, 114, 116, 117]);
const SURROGATE = /\\u[dD][89a-fA-F]/;

/** Walks over lines and the scalars in them. What a method finds beside its answer is left in the fields. */
export class Scanner {
  readonly text: string;
  /** The next token: where it stands, and in which column; -1 at the end of the text. */
  at = 0;
  indent = -1;
  /** Where the scalar ends that was scanned last. */
  end = 0;

  constructor(text: string) {
    this.text = text;
  }

  /** Goes to the first token of the document, behind `---`. */
  toStart(): void {
    const { text } = this;
    let line = 0;
    while (text.charCodeAt(line) === HASH || text.charCodeAt(line) === LF) line = this.lineEnd(line) + 1;
    if (text.startsWith('---', line)) this.endLine(line + 3);
    else this.toToken(line);
    if (this.#isMarker(this.at)) unsure();
  }

  /** Goes to the first token from the start of a line on, over blank lines and comments. */
  toToken(lineStart: number): void {
    const { text } = this;
    for (let line = lineStart; line < text.length;) {
      let i = line;
      while (text.charCodeAt(i) === SPACE) i++;
      const unit = text.charCodeAt(i);
      if (unit === TAB) unsure();
      if (unit === LF) line = i + 1;
      else if (unit === HASH) line = this.lineEnd(i) + 1;
      else if (i >= text.length) break;
      else {
        if (i === line && this.#isMarker(i)) unsure();
        this.at = i;
        this.indent = i - line;
        return;
      }
    }
    this.at = text.length;
    this.indent = -1;
  }

  /** Goes on to the next token after a value; only blanks and a comment may stand on the rest of the line. */
  endLine(from: number): void {
    this.toToken(this.restOfLine(from) + 1);
  }

  /** Where the line ends, on whose rest only blanks and a comment may stand. */
  restOfLine(from: number): number {
    const i = this.skipBlanks(from);
    const unit = this.text.charCodeAt(i);
    if (unit === LF || i >= this.text.length) return i;
    if (unit !== HASH || i === from) unsure();
    return this.lineEnd(i);
  }

  skipBlanks(from: number): number {
    let i = from;
    while (this.text.charCodeAt(i) === SPACE) i++;
    return i;
  }

  lineEnd(from: number): number {
    const end = this.text.indexOf('\n', from);
    return end < 0 ? this.text.length : end;
  }

  /** Does `---` or `...` stand here, whatever follows? */
  #isMarker(at: number): boolean {
    const unit = this.text.charCodeAt(at);
    return (
      (unit === DASH || unit === DOT) &&
      this.text.charCodeAt(at + 1) === unit &&
      this.text.charCodeAt(at + 2) === unit
    );
  }

  startsItem(at: number): boolean {
    return this.text.charCodeAt(at) === DASH && !isInner(this.text.charCodeAt(at + 1));
  }

  /** Over a plain scalar outside brackets, on one line. Gives where it stops: before `: `, ` #` or the line's end. */
  plain(from: number): number {
    const { text } = this;
    let end = from;
    let i = from;
    for (; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      if (unit === SPACE) continue;
      if (unit === LF) break;
      if (unit === COLON && !isInner(text.charCodeAt(i + 1))) break;
      if (unit === HASH && text.charCodeAt(i - 1) === SPACE) break;
      if (unit === TAB) unsure();
      end = i + 1;
    }
    this.end = end;
    return i;
  }

  /** The text of a scalar in quotes, on one line; undefined when there is no quote at `from`. */
  quoted(from: number): string | undefined {
    const unit = this.text.charCodeAt(from);
    if (unit === QUOTE) return this.#doubleQuoted(from);
    return unit === APOSTROPHE ? this.#singleQuoted(from) : undefined;
  }

  #doubleQuoted(from: number): string {
    const { text } = this;
    let i = from + 1;
    let escaped = false;
    for (let unit = text.charCodeAt(i); unit !== QUOTE; unit = text.charCodeAt(++i)) {
      if (unit === LF || unit === TAB || i >= text.length) unsure();
      if (unit !== BACKSLASH) continue;
      escaped = true;
      if (!JSON_ESCAPES.has(text.charCodeAt(++i))) unsure();
    }
    this.end = i + 1;
    const raw = text.slice(from + 1, i);
    return escaped ? unescape(raw) : raw;
  }

  #singleQuoted(from: number): string {
    const { text } = this;
    let close = text.indexOf("'", from + 1);
    while (close >= 0 && text[close + 1] === "'") close = text.indexOf("'", close + 2);
    if (close < 0) unsure();
    this.end = close + 1;
    const raw = text.slice(from + 1, close);
    if (raw.includes('\n') || raw.includes('\t')) unsure();
    return raw.replaceAll("''", "'");
  }
}

function unescape(raw: string): string {
  if (SURROGATE.test(raw)) unsure();
  try {
    return JSON.parse(`"${raw}"`) as string;
  } catch {
    return unsure();
  }
}
