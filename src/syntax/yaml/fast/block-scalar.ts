import type { Scanner } from './scanner.ts';
import { BAR, DASH, END, PLUS, SPACE, TAB, unsure } from './units.ts';

const ZERO = 48;

interface Lines {
  /** Without their indentation, up to the last that is not blank. */
  readonly lines: readonly string[];
  /** How many blank lines there are after them. */
  readonly blank: number;
  /** Where the first line after the scalar starts. */
  readonly next: number;
}

/** The text of a block scalar whose `|` or `>` stands at `from`; its end is left in the scanner, which goes on after it. */
export function readBlockScalar(scanner: Scanner, from: number, parentIndent: number): string {
  const { units } = scanner;
  let chomping = 0;
  let width = 0;
  let i = from + 1;
  for (; ; i++) {
    const unit = units[i] ?? END;
    if (chomping === 0 && (unit === DASH || unit === PLUS)) chomping = unit;
    else if (width === 0 && unit > ZERO && unit <= ZERO + 9) width = unit - ZERO;
    else break;
  }
  const header = scanner.restOfLine(i);
  const { lines, blank, next } = contentLines(scanner, header + 1, parentIndent, width);
  scanner.toToken(next);
  const body = units[from] === BAR ? lines.join('\n') : fold(lines);
  if (chomping === DASH) return body;
  return chomping === PLUS ? body + '\n'.repeat(blank + 1) : `${body}\n`;
}

/** `width`: what the header says of the indentation; 0: the first line that is not blank decides. */
function contentLines(scanner: Scanner, from: number, parentIndent: number, width: number): Lines {
  const { text, units, limit } = scanner;
  const lines: string[] = [];
  let indent = width === 0 ? Infinity : parentIndent + width;
  let widest = 0;
  let blank = 0;
  let line = from;
  while (line < limit) {
    const lineEnd = scanner.lineEnd(line);
    const stop = scanner.textEnd(lineEnd);
    const column = Math.min(line + indent, stop);
    let i = line;
    while (i < column && units[i] === SPACE) i++;
    if (i === stop) {
      // Whether that is a line, when the text ends here, readers see differently.
      if (lineEnd === limit) unsure();
      blank++;
      if (i > line) scanner.end = stop;
      if (lines.length === 0) widest = Math.max(widest, i - line);
    } else {
      if (indent === Infinity && i - line > parentIndent) {
        indent = i - line;
        if (indent < widest) unsure();
      }
      if (i - line < indent) break;
      for (; blank > 0; blank--) lines.push('');
      lines.push(text.slice(i, stop));
      scanner.end = stop;
    }
    line = lineEnd + 1;
  }
  if (lines.length === 0) unsure();
  return { lines, blank, next: line };
}

/** Joins lines with blanks, and leaves one line end for each blank line between them: YAML 1.2.2, 8.1.3. */
function fold(lines: readonly string[]): string {
  let folded = '';
  let blank = 0;
  let wasIndented = false;
  for (const [i, line] of lines.entries()) {
    const first = line.charCodeAt(0);
    if (line === '') {
      blank++;
      continue;
    }
    const isIndented = first === SPACE || first === TAB;
    // The line ends around lines that are indented deeper are all kept.
    const isFirst = blank === i;
    if (isFirst || (blank > 0 && !isIndented && !wasIndented)) folded += '\n'.repeat(blank);
    else folded += isIndented || wasIndented ? '\n'.repeat(blank + 1) : ' ';
    folded += line;
    blank = 0;
    wasIndented = isIndented;
  }
  return folded;
}
