import { SPACE, unsure } from './units.ts';

/** The escapes that JSON has too mean the same there; all others are left to the composer. */
export function unescape(raw: string): string {
  try {
    return JSON.parse(`"${raw.replaceAll('\n', '\\n')}"`) as string;
  } catch {
    return unsure();
  }
}

/**
 * Joins the lines of a text in quotes with blanks, and leaves one line end for each blank line between them: YAML
 * 1.2.2, 6.5. Lines must be indented deeper than `indent`.
 */
export function unfold(raw: string, indent: number): string {
  const lines = raw.split(/\r?\n/);
  const last = lines.length - 1;
  let text = '';
  let breaks = 0;
  for (const [i, line] of lines.entries()) {
    const start = i === 0 ? 0 : leadingBlanks(line);
    const isBlank = i > 0 && i < last && start === line.length;
    if (i > 0) breaks++;
    if (isBlank) continue;
    if (i > 0) {
      if (start <= indent) unsure();
      text += breaks === 1 ? ' ' : '\n'.repeat(breaks - 1);
    }
    text += line.slice(start, i === last ? line.length : contentEnd(line, start));
    breaks = 0;
  }
  return text;
}

function leadingBlanks(line: string): number {
  let i = 0;
  while (line.charCodeAt(i) === SPACE) i++;
  return i;
}

function contentEnd(line: string, start: number): number {
  let end = line.length;
  while (end > start && line.charCodeAt(end - 1) === SPACE) end--;
  return end;
}
