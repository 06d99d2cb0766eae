import type { Span } from '../../source/index.ts';

const MAX_LENGTH = 4000;
const MAX_PARENTHESES = 32;

export interface Destination {
  readonly target: string;
  readonly span: Span;
  /** Behind the closing parenthesis. */
  readonly end: number;
}

/** The part of an inline link behind `](`: a target, perhaps a title, and `)`. */
export function destinationAt(text: string, from: number): Destination | undefined {
  const start = skipSpace(text, from);
  const bracketed = text[start] === '<';
  const end = bracketed ? bracketEnd(text, start + 1) : bareEnd(text, start);
  if (end === undefined) return undefined;
  const span = { start: bracketed ? start + 1 : start, end };
  const behind = bracketed ? end + 1 : end;
  const title = skipSpace(text, behind);
  const close = title > behind ? skipSpace(text, titleEnd(text, title)) : title;
  if (text[close] !== ')') return undefined;
  return { target: unescaped(text.slice(span.start, span.end)), span, end: close + 1 };
}

function skipSpace(text: string, at: number): number {
  const limit = at + MAX_LENGTH;
  while (at < limit && /\s/.test(text[at] ?? 'x')) at++;
  return at;
}

function bracketEnd(text: string, start: number): number | undefined {
  for (let at = start; at < start + MAX_LENGTH && at < text.length; at++) {
    if (text[at] === '>') return at;
    if (text[at] === '<' || text[at] === '\n') return undefined;
    if (text[at] === '\\') at++;
  }
  return undefined;
}

function bareEnd(text: string, start: number): number | undefined {
  let depth = 0;
  for (let at = start; at < start + MAX_LENGTH && at < text.length; at++) {
    const char = text[at] ?? '';
    if (char === ' ' || char === '\n' || char === '\t' || (char === ')' && depth === 0)) return at;
    if (char === '\\') at++;
    else if (char === '(' && ++depth > MAX_PARENTHESES) return undefined;
    else if (char === ')') depth--;
  }
  return undefined;
}

/** Behind a title in quotes or parentheses; where it starts when there is none. */
function titleEnd(text: string, start: number): number {
  const open = text[start] ?? '';
  const close = open === '(' ? ')' : open;
  if (!'"\'('.includes(open) || open === '') return start;
  for (let at = start + 1; at < start + MAX_LENGTH && at < text.length; at++) {
    if (text[at] === close) return at + 1;
    if (text[at] === '\\') at++;
  }
  return start;
}

/** Without the backslashes that protect punctuation, and with the entity that addresses have. */
export function unescaped(text: string): string {
  return text.replace(/\\([^\p{L}\p{N}\s])/gu, '$1').replaceAll('&amp;', '&');
}
