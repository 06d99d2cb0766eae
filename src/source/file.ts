import type { Position, Range, Span } from './span.ts';

/** A text file that was read: its path, its text, and the way from offsets to lines and columns. */
export interface SourceFile {
  /** Relative to the root, with `/` between folders, whatever the machine. */
  readonly path: string;
  /** The decoded text, without a byte-order mark; line ends as they are in the file. */
  readonly text: string;
  positionAt(offset: number): Position;
  rangeOf(span: Span): Range;
  /** The text of a 1-based line without its line end; empty when there is no such line. */
  lineText(line: number): string;
  readonly lineCount: number;
  /** Lets go of the text; who asks for it later gets what `again` gives, which must be the same. */
  forget(again: () => string): void;
}

/** Makes a source file; its line table is computed when first asked for. */
export function sourceFile(path: string, text: string): SourceFile {
  return new TextFile(path, text);
}

class TextFile implements SourceFile {
  readonly path: string;
  text: string;
  #starts: Uint32Array | undefined;

  constructor(path: string, text: string) {
    this.path = path;
    this.text = text;
  }

  positionAt(offset: number): Position {
    const table = this.#lines();
    const clamped = Math.max(0, Math.min(offset, this.text.length));
    const index = lastAtMost(table, clamped);
    return { line: index + 1, column: clamped - (table[index] ?? 0) + 1 };
  }

  rangeOf({ start, end }: Span): Range {
    return { start: this.positionAt(start), end: this.positionAt(Math.max(start, end)) };
  }

  lineText(line: number): string {
    const table = this.#lines();
    const start = table[line - 1];
    if (start === undefined) return '';
    let end = table[line] ?? this.text.length;
    while (end > start && isLineEnd(this.text.charCodeAt(end - 1))) end--;
    return this.text.slice(start, end);
  }

  get lineCount(): number {
    return this.#lines().length;
  }

  forget(again: () => string): void {
    // Not a getter from the start: whatever reads files reads a plain property.
    Object.defineProperty(this, 'text', {
      configurable: true,
      enumerable: true,
      get: () => {
        const value = again();
        Object.defineProperty(this, 'text', { value, configurable: true, enumerable: true });
        return value;
      },
    });
  }

  #lines(): Uint32Array {
    return (this.#starts ??= lineStarts(this.text));
  }
}

function isLineEnd(unit: number): boolean {
  return unit === 10 || unit === 13;
}

/** Offsets at which lines start; a line ends at LF, CRLF or a lone CR, as editors and SARIF count them. */
function lineStarts(text: string): Uint32Array {
  const starts = [0];
  if (text.includes('\r')) {
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      if (unit === 10) starts.push(i + 1);
      else if (unit === 13 && text.charCodeAt(i + 1) !== 10) starts.push(i + 1);
    }
  } else {
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  }
  return Uint32Array.from(starts);
}

function lastAtMost(table: Uint32Array, offset: number): number {
  let low = 0;
  let high = table.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((table[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
