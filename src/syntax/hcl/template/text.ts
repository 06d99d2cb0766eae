import { markerLineEnd } from './heredoc.ts';
import type { Scanner } from '../scanner.ts';
import type { TemplateToken } from './tokens.ts';
import type { TemplateForm } from '../tree.ts';

export interface TextRules {
  readonly form: TemplateForm;
  /** What closes a heredoc. */
  readonly marker?: string;
  /** `<<-`: the common indentation goes. */
  readonly flush?: boolean;
}

interface TextEnd {
  /** The sequence that follows, or the end of the inner text. */
  readonly at: number;
  /** The end of the whole template, when it ended. */
  readonly closed: number | undefined;
}

/** Reads text up to the next `${` or `%{`, or to the template's end. */
export function readText(
  scanner: Scanner,
  from: number,
  rules: TextRules,
  tokens: TemplateToken[],
  open: number,
): TextEnd {
  if (rules.form === 'quoted') return readQuoted(scanner, from, tokens, open);
  const { text } = scanner;
  const { marker } = rules;
  let at = from;
  for (;;) {
    if (marker !== undefined && (at === 0 || text.charCodeAt(at - 1) === 10)) {
      const closed = markerLineEnd(text, at, marker);
      if (closed !== undefined) return { at, closed };
    }
    if (at >= text.length) {
      if (marker === undefined) return { at, closed: at };
      scanner.fail(
        `This heredoc is never closed by "${marker}".`,
        { start: open, end: open + 2 },
        'hcl/unclosed',
      );
    }
    const line = readLine(text, at, tokens);
    at = line.at;
    if (line.sequence) return { at, closed: undefined };
  }
}

function readLine(
  text: string,
  from: number,
  tokens: TemplateToken[],
): { readonly at: number; readonly sequence: boolean } {
  let value = '';
  let copied = from;
  let at = from;
  let sequence = false;
  for (; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 10) {
      at++;
      break;
    }
    if (unit !== 36 && unit !== 37) continue;
    if (text.charCodeAt(at + 1) === 123) {
      sequence = true;
      break;
    }
    if (text.charCodeAt(at + 1) === unit && text.charCodeAt(at + 2) === 123) {
      value += text.slice(copied, at);
      copied = ++at;
    }
  }
  value += text.slice(copied, at);
  if (at > from) tokens.push({ kind: 'text', start: from, end: at, value });
  return { at, sequence };
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\' };

function readQuoted(scanner: Scanner, from: number, tokens: TemplateToken[], open: number): TextEnd {
  const { text } = scanner;
  let value = '';
  let copied = from;
  let at = from;
  const flush = (): void => {
    value += text.slice(copied, at);
    if (at > from) tokens.push({ kind: 'text', start: from, end: at, value });
  };
  for (; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 34) {
      flush();
      return { at, closed: at + 1 };
    }
    if (unit === 10) break;
    if (unit === 92) {
      const escape = readEscape(scanner, at);
      value += text.slice(copied, at) + escape.value;
      copied = escape.end;
      at = copied - 1;
    } else if (unit === 36 || unit === 37) {
      const next = text.charCodeAt(at + 1);
      if (next === 123) {
        flush();
        return { at, closed: undefined };
      }
      if (next === unit && text.charCodeAt(at + 2) === 123) {
        value += text.slice(copied, at);
        copied = at + 1;
        at += 2;
      }
    }
  }
  return scanner.fail(
    'This string is never closed; strings in quotes end on their line.',
    { start: open, end: at },
    'hcl/unclosed',
  );
}

function readEscape(scanner: Scanner, at: number): { readonly value: string; readonly end: number } {
  const { text } = scanner;
  const letter = text.charAt(at + 1);
  const simple = Object.hasOwn(ESCAPES, letter) ? ESCAPES[letter] : undefined;
  if (simple !== undefined) return { value: simple, end: at + 2 };
  const length = letter === 'u' ? 4 : letter === 'U' ? 8 : 0;
  const digits = text.slice(at + 2, at + 2 + length);
  const code = Number.parseInt(digits, 16);
  if (length === 0 || digits.length < length || !/^[\da-f]+$/i.test(digits) || code > 0x10ffff) {
    const wanted =
      'Expected an escape: \\n, \\r, \\t, \\", \\\\, \\u and four or \\U and eight hexadecimal digits.';
    scanner.fail(wanted, { start: at, end: Math.min(text.length, at + 2) });
  }
  return { value: String.fromCodePoint(code), end: at + 2 + length };
}
