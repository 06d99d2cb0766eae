import { substitutionEnd, expressionEnd, braceEnd, quoteEnd } from './nesting.ts';
import type { Dialect, ShellWord } from './token.ts';
import type { Span } from '../../source/index.ts';

interface Building {
  readonly source: string;
  readonly dialect: Dialect;
  text: string;
  quoted: boolean;
  escaped: boolean;
  readonly substitutions: Span[];
}

const BREAKS = new Set([' ', '\t', '\r', '\n', ';', '&', '|', '<', '>', '(', ')']);

/** Reads the word that starts at `start`; it ends before the first unquoted blank or operator. */
export function readWord(source: string, start: number, limit: number, dialect: Dialect): ShellWord {
  const word: Building = { source, dialect, text: '', quoted: false, escaped: false, substitutions: [] };
  let at = start;
  while (at < limit && !BREAKS.has(source.charAt(at))) at = readPart(word, at, limit);
  const first = source.charAt(start);
  const verbatim = (first === '"' || first === "'") && !word.escaped && word.text.length === at - start - 2;
  return {
    text: word.text,
    span: { start, end: at },
    quoted: word.quoted,
    verbatim,
    substitutions: word.substitutions,
  };
}

function readPart(word: Building, at: number, limit: number): number {
  const char = word.source.charAt(at);
  const escape = word.dialect === 'powershell' ? '`' : '\\';
  if (char === escape) return readEscape(word, at, limit);
  if (char === "'") return readSingle(word, at, limit);
  if (char === '"') return readDouble(word, at, limit);
  if (char === '$' || char === '`') return readExpansion(word, at, limit);
  word.text += char;
  return at + 1;
}

/** A backslash before a line end joins the lines; before anything else it is a quote for one character. */
function readEscape(word: Building, at: number, limit: number): number {
  word.escaped = true;
  const next = word.source.charAt(at + 1);
  if (next === '\r' && word.source.charAt(at + 2) === '\n') return Math.min(at + 3, limit);
  if (next !== '\n') word.text += next;
  return Math.min(at + 2, limit);
}

function readSingle(word: Building, at: number, limit: number): number {
  word.quoted = true;
  const end = quoteEnd(word.source, at, limit);
  word.text += word.source.slice(at + 1, end);
  return Math.min(end + 1, limit);
}

function readDouble(word: Building, start: number, limit: number): number {
  word.quoted = true;
  let at = start + 1;
  while (at < limit) {
    const char = word.source.charAt(at);
    if (char === '"') return at + 1;
    if (char === '\\' && word.dialect === 'posix' && '"\\$`\n'.includes(word.source.charAt(at + 1))) {
      at = readEscape(word, at, limit);
    } else if (char === '$' || (char === '`' && word.dialect === 'posix')) {
      at = readExpansion(word, at, limit);
    } else {
      word.text += char;
      at++;
    }
  }
  return limit;
}

/** Copies an expansion as written, noting the commands inside it. */
function readExpansion(word: Building, at: number, limit: number): number {
  const { source } = word;
  let end = at + 1;
  if (source.startsWith('${{', at)) end = expressionEnd(source, at, limit);
  else if (source.startsWith('$((', at)) end = substitutionEnd(source, at + 1, limit);
  else if (source.startsWith('$(', at)) {
    end = substitutionEnd(source, at + 1, limit);
    word.substitutions.push({ start: at + 2, end: Math.max(at + 2, end - 1) });
  } else if (source.startsWith('${', at)) end = braceEnd(source, at + 1, limit);
  else if (source.charAt(at) === '`') {
    const close = source.indexOf('`', at + 1);
    end = close < 0 || close >= limit ? limit : close + 1;
    word.substitutions.push({ start: at + 1, end: Math.max(at + 1, end - 1) });
  }
  word.text += source.slice(at, end);
  return end;
}
