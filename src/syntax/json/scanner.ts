import type { Span } from '../../source/index.ts';

/** What a scanner or parser gives up with; never leaves the folder. */
export class JsonProblem extends Error {
  readonly span: Span;
  readonly help: string | undefined;

  constructor(message: string, start: number, end: number = start + 1, help?: string) {
    super(message);
    this.span = { start, end };
    this.help = help;
  }
}

/** The end of the blanks that start at `position`. */
export function skipBlanks(text: string, position: number): number {
  for (;;) {
    const unit = text.charCodeAt(position);
    if (unit !== 32 && unit !== 10 && unit !== 13 && unit !== 9) return position;
    position++;
  }
}

/** The end of the comment that starts at `position`, or -1 when none does. */
export function commentEnd(text: string, position: number): number {
  if (text.charCodeAt(position) !== 47) return -1;
  const second = text.charCodeAt(position + 1);
  if (second === 47) {
    let end = position + 2;
    while (end < text.length && text.charCodeAt(end) !== 10 && text.charCodeAt(end) !== 13) end++;
    return end;
  }
  if (second !== 42) return -1;
  const close = text.indexOf('*/', position + 2);
  if (close < 0) throw new JsonProblem('The comment is not closed with "*/".', position, position + 2);
  return close + 2;
}

/** Reads the string whose opening quote is at `start`; gives the offset after its closing quote. */
export function stringEnd(text: string, start: number): number {
  for (let i = start + 1; ; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 34) return i + 1;
    if (unit === 92) i++;
    // NaN, the unit after the end, fails the comparison below.
    else if (!(unit >= 32)) throw unfinished(text, start, i);
  }
}

function unfinished(text: string, start: number, at: number): JsonProblem {
  if (at >= text.length || text.charCodeAt(at) === 10 || text.charCodeAt(at) === 13)
    return new JsonProblem('The string is not closed: expected a `"` before the end of the line.', start, at);
  return new JsonProblem(
    'A string must not contain a control character.',
    at,
    at + 1,
    'Write it as an escape, such as \\t or \\u0000.',
  );
}

/** The text of the string between the two offsets, which include its quotes. */
export function decodeString(text: string, start: number, end: number): string {
  const content = text.slice(start + 1, end - 1);
  if (!content.includes('\\')) return content;
  try {
    return JSON.parse(`"${content}"`) as string;
  } catch {
    const escape = /\\(?:u(?![\da-fA-F]{4})|[^"\\/bfnrtu])/.exec(content.replace(/\\\\/g, '""'));
    const at = start + 1 + (escape?.index ?? 0);
    throw new JsonProblem(
      `"${text.slice(at, at + 2)}" is not an escape: expected \\" \\\\ \\/ \\b \\f \\n \\r \\t or \\u with four hex digits.`,
      at,
      at + 2,
    );
  }
}

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:e[-+]?\d+)?/iy;

/** The end of the number that starts at `start`, or -1 when what stands there is none. */
export function numberEnd(text: string, start: number): number {
  NUMBER.lastIndex = start;
  if (!NUMBER.test(text)) return -1;
  const end = NUMBER.lastIndex;
  return /[\w.+-]/.test(text.charAt(end)) ? -1 : end;
}

/** The end of the word (or of the one other character) that starts at `start`; for marking what is unexpected. */
export function wordEnd(text: string, start: number): number {
  let end = start;
  while (end < start + 60 && /[\w.+$-]/.test(text.charAt(end))) end++;
  return end === start ? Math.min(start + 1, text.length) : end;
}
