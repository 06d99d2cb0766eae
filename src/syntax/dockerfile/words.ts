import type { Flag, Word } from './tree.ts';

/** Parts of a text between blanks; quotes and what is escaped hold blanks together. Quotes are left out. */
export function wordsOf(body: string, start: number, escape: string): readonly Word[] {
  const words: Word[] = [];
  let at = 0;
  while (at < body.length) {
    if (isSpace(body.charAt(at))) {
      at++;
      continue;
    }
    const from = at;
    let text = '';
    let quote = '';
    for (; at < body.length; at++) {
      const sign = body.charAt(at);
      if (quote === '' && isSpace(sign)) break;
      if (sign === escape && quote !== "'" && at + 1 < body.length && escapes(body.charAt(at + 1), quote)) {
        text += body.charAt(++at);
      } else if (sign === quote) {
        quote = '';
      } else if (quote === '' && (sign === '"' || sign === "'")) {
        quote = sign;
      } else {
        text += sign;
      }
    }
    words.push({ text, span: { start: start + from, end: start + at } });
  }
  return words;
}

/** A backslash before a letter is one of a path of Windows. */
function escapes(next: string, quote: string): boolean {
  return quote === '"' ? next === '"' : next === '"' || next === "'" || isSpace(next);
}

function isSpace(sign: string): boolean {
  return sign === ' ' || sign === '\t' || sign === '\n' || sign === '\r';
}

/** Flags stand before everything else. */
export function flagsOf(words: readonly Word[]): readonly Flag[] {
  const flags: Flag[] = [];
  for (const { text, span } of words) {
    if (!text.startsWith('--')) break;
    const split = text.indexOf('=');
    const name = split < 0 ? text.slice(2) : text.slice(2, split);
    flags.push({ name, value: split < 0 ? '' : text.slice(split + 1), span });
  }
  return flags;
}

/** A list of texts in brackets, as JSON has them; undefined for anything else. */
export function listOf(body: string, start: number): readonly Word[] | undefined {
  const trimmed = body.trim();
  if (!trimmed.startsWith('[') || !trimmed.endsWith(']')) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(trimmed);
  } catch {
    return undefined;
  }
  if (!Array.isArray(value) || !value.every((item) => typeof item === 'string')) return undefined;
  const words: Word[] = [];
  let at = body.indexOf('[');
  for (const text of value) {
    const from = body.indexOf('"', at);
    at = closingQuote(body, from + 1);
    words.push({ text, span: { start: start + from, end: start + at } });
  }
  return words;
}

/** The offset after the quote that ends a text of JSON. */
function closingQuote(body: string, from: number): number {
  for (let at = from; at < body.length; at++) {
    if (body.charAt(at) === '\\') at++;
    else if (body.charAt(at) === '"') return at + 1;
  }
  return body.length;
}
