/** A line without its end, and where it begins. */
export interface Line {
  readonly text: string;
  readonly start: number;
}

export function linesOf(text: string): readonly Line[] {
  const lines: Line[] = [];
  for (let start = 0; start <= text.length;) {
    const end = text.indexOf('\n', start);
    const to = end < 0 ? text.length : end;
    const line = text.slice(start, text.charAt(to - 1) === '\r' && to > start ? to - 1 : to);
    lines.push({ text: line, start });
    start = to + 1;
  }
  return lines;
}

export function isComment({ text }: Line): boolean {
  return text.trimStart().startsWith('#');
}

export function isBlank({ text }: Line): boolean {
  return text.trim() === '';
}

/** The sign that lets a line go on, as a directive at the top of the file says. */
export function escapeOf(lines: readonly Line[]): '\\' | '`' {
  for (const { text } of lines) {
    const [, name, value] = /^[ \t]*#[ \t]*(\w+)[ \t]*=[ \t]*(\S+)/.exec(text) ?? [];
    if (name === undefined) return '\\';
    if (name.toLowerCase() === 'escape') return value === '`' ? '`' : '\\';
  }
  return '\\';
}
