import type { Scanner } from './scanner.ts';
import { BAR, DASH, LF, SPACE, TAB, unsure } from './units.ts';

/** The text of a block scalar whose `|` or `>` stands at `from`; its end is left in the scanner, which goes on after it. */
export function readBlockScalar(scanner: Scanner, from: number, parentIndent: number): string {
  const { text } = scanner;
  const literal = text.charCodeAt(from) === BAR;
  const strip = text.charCodeAt(from + 1) === DASH;
  const header = scanner.restOfLine(from + (strip ? 2 : 1));
  let line = header + 1;
  while (text.charCodeAt(line) === LF) line++;
  const leading = line - header - 1;
  const first = scanner.skipBlanks(line);
  const indent = first - line;
  const unit = text.charCodeAt(first);
  if (indent <= parentIndent || unit === LF || unit === TAB || first >= text.length) unsure();
  if (!literal && leading > 0) unsure();
  const { lines, next } = contentLines(scanner, line, indent);
  scanner.toToken(next);
  const body = literal ? '\n'.repeat(leading) + lines.join('\n') : fold(lines);
  return strip ? body : `${body}\n`;
}

/** The lines without their indentation, up to the last that is not blank, and where the first line after it starts. */
function contentLines(scanner: Scanner, from: number, indent: number): { lines: string[]; next: number } {
  const { text } = scanner;
  const lines: string[] = [];
  let blank = 0;
  let uneven = false;
  let line = from;
  while (line < text.length) {
    const lineEnd = text.indexOf('\n', line);
    // Whether a text that the file's end cuts off ends with a line end, readers see differently.
    if (lineEnd < 0) unsure();
    let i = line;
    const limit = Math.min(line + indent, lineEnd);
    while (i < limit && text.charCodeAt(i) === SPACE) i++;
    if (i === lineEnd) {
      blank++;
      uneven ||= i > line;
    } else if (i < line + indent) {
      if (text.charCodeAt(i) === TAB) unsure();
      break;
    } else {
      for (; blank > 0; blank--) lines.push('');
      uneven = false;
      const content = text.slice(i, lineEnd);
      if (content.trim() === '') unsure();
      lines.push(content);
      scanner.end = lineEnd;
    }
    line = lineEnd + 1;
  }
  if (uneven) unsure();
  return { lines, next: line };
}

/** Joins lines with blanks, and leaves one line end for each blank line between them: YAML 1.2.2, 8.1.3. */
function fold(lines: readonly string[]): string {
  let folded = '';
  let breaks = 0;
  for (const line of lines) {
    if (line === '') {
      breaks++;
      continue;
    }
    const first = line.charCodeAt(0);
    const last = line.charCodeAt(line.length - 1);
    if (first === SPACE || first === TAB || last === SPACE || last === TAB) unsure();
    folded += (folded === '' ? '' : breaks > 0 ? '\n'.repeat(breaks) : ' ') + line;
    breaks = 0;
  }
  return folded;
}
