export interface Line {
  readonly words: readonly LineWord[];
  readonly end: number;
}

export interface LineWord {
  readonly text: string;
  readonly quoted: boolean;
  readonly start: number;
  readonly end: number;
}

/** The lines of a text as their words, without comments; a backslash at the end joins a line with the next. */
export function linesOf(text: string): readonly Line[] {
  const lines: Line[] = [];
  let words: LineWord[] = [];
  let at = 0;
  const close = (): void => {
    if (words.length > 0) lines.push({ words, end: words.at(-1)?.end ?? at });
    words = [];
  };
  while (at < text.length) {
    const sign = text.charAt(at);
    if (sign === '\n') {
      close();
      at++;
    } else if (sign === ' ' || sign === '\t' || sign === '\r') {
      at++;
    } else if (text.startsWith('/*', at)) {
      const end = text.indexOf('*/', at + 2);
      at = end < 0 ? text.length : end + 2;
    } else if (sign === '#' || text.startsWith('//', at)) {
      const end = text.indexOf('\n', at);
      at = end < 0 ? text.length : end;
    } else if (sign === '\\' && /^\\\r?\n/.test(text.slice(at, at + 3))) {
      at = text.indexOf('\n', at) + 1;
    } else {
      const word = wordAt(text, at);
      words.push(word);
      at = word.end;
    }
  }
  close();
  return lines;
}

function wordAt(text: string, start: number): LineWord {
  if (text.charAt(start) !== '"') {
    let end = start;
    while (end < text.length && !/[\s"]/.test(text.charAt(end))) end++;
    return { text: text.slice(start, end), quoted: false, start, end };
  }
  let end = start + 1;
  while (end < text.length && text.charAt(end) !== '"' && text.charAt(end) !== '\n')
    end += text.charAt(end) === '\\' ? 2 : 1;
  const closed = text.charAt(end) === '"' ? end + 1 : Math.min(end, text.length);
  return {
    text: text.slice(start + 1, Math.min(end, text.length)),
    quoted: true,
    start,
    end: Math.max(closed, start + 1),
  };
}
