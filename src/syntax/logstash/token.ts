import type { Span } from '../../source/index.ts';

/** A piece of a pipeline's text; of texts the value is what is between their quotes. */
export interface Token extends Span {
  /** `open` is the quote of a text that nothing ends: it takes the rest of the file. */
  readonly kind: 'sign' | 'text' | 'word' | 'comment' | 'open';
  readonly value: string;
}

/** How each kind of token begins; none of these goes back, so that any text takes linear time. */
const START = /\S/g;
const SIGN = /=>|[{}[\],()]/y;
const WORD_END = /[\s{}[\],()#"']|=>/g;

/** What stands between blanks: a comment, a text with its quotes, an arrow, a bracket, or a word up to any of these. */
export function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  for (let at = next(START, text, 0); at < text.length; at = next(START, text, at)) {
    const token = tokenAt(text, at);
    tokens.push(token);
    at = token.end;
  }
  return tokens;
}

function tokenAt(text: string, start: number): Token {
  const first = text.charAt(start);
  if (first === '#') {
    const line = text.indexOf('\n', start);
    const end = line < 0 ? text.length : line;
    return { kind: 'comment', value: text.slice(start + 1, end).trim(), start, end };
  }
  if (first === '"' || first === "'") {
    const quote = closing(text, start, first);
    return quote < 0
      ? { kind: 'open', value: first, start, end: text.length }
      : { kind: 'text', value: text.slice(start + 1, quote), start, end: quote + 1 };
  }
  SIGN.lastIndex = start;
  const sign = SIGN.exec(text)?.[0];
  if (sign !== undefined) return { kind: 'sign', value: sign, start, end: start + sign.length };
  const end = next(WORD_END, text, start);
  return { kind: 'word', value: text.slice(start, end), start, end };
}

/** Where the quote is that ends a text: a backslash takes what stands behind it along. */
function closing(text: string, start: number, quote: string): number {
  for (let at = start + 1; at < text.length; at++) {
    const sign = text.charAt(at);
    if (sign === quote) return at;
    if (sign === '\\') at++;
  }
  return -1;
}

function next(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from;
  return pattern.exec(text)?.index ?? text.length;
}
