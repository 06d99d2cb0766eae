import type { GroovyString, Interpolation } from './tree.ts';

/** A text that the lexer met, and whether its end was found. */
export interface ReadString {
  readonly value: GroovyString;
  readonly closed: boolean;
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f', '\n': '' };
/** Texts in interpolations in texts; deeper ones are read as if they had none. */
const DEPTH = 8;
/** A longer interpolation is none: looking for its end from each place would take too long. */
const LENGTH = 500;

/** How a form of string ends, and what stands for something else in it. */
interface Form {
  readonly open: string;
  readonly close: string;
  readonly lines: boolean;
  readonly interpolates: boolean;
  /** Backslashes escape anything, only the slash, or nothing (a dollar does). */
  readonly escapes: 'all' | 'slash' | 'dollar';
}

const FORMS: readonly Form[] = [
  { open: "'''", close: "'''", lines: true, interpolates: false, escapes: 'all' },
  { open: '"""', close: '"""', lines: true, interpolates: true, escapes: 'all' },
  { open: "'", close: "'", lines: false, interpolates: false, escapes: 'all' },
  { open: '"', close: '"', lines: false, interpolates: true, escapes: 'all' },
  { open: '$/', close: '/$', lines: true, interpolates: true, escapes: 'dollar' },
  { open: '/', close: '/', lines: false, interpolates: true, escapes: 'slash' },
];

/** Reads the string that begins at an offset; one that does not end goes to the end of its line, or of the file. */
export function readString(source: string, start: number): ReadString {
  const form = FORMS.find(({ open }) => source.startsWith(open, start));
  if (!form)
    return {
      value: { kind: 'string', text: '', interpolations: [], anchors: [], start, end: start },
      closed: false,
    };
  let at = start + form.open.length;
  let text = '';
  let from = at;
  const interpolations: Interpolation[] = [];
  const anchors: (readonly [number, number])[] = [[0, at]];
  let interpolates = form.interpolates;
  const cut = (next: number, replacement: string): void => {
    text += source.slice(from, at) + replacement;
    at = from = next;
    anchors.push([text.length, next]);
  };
  const end = (closed: boolean): ReadString => {
    text += source.slice(from, at);
    const stop = closed ? at + form.close.length : at;
    return { value: { kind: 'string', text, interpolations, anchors, start, end: stop }, closed };
  };
  while (at < source.length) {
    if (source.startsWith(form.close, at)) return end(true);
    const character = source.charAt(at);
    if (character === '\n' && !form.lines) return end(false);
    const escaped = escapeAt(source, at, form);
    if (escaped) {
      cut(at + escaped.length, escaped.text);
      continue;
    }
    const begins = character === '$' && interpolates;
    const length = begins ? interpolationLength(source, at, form.lines, 0) : 0;
    if (begins && length === 0 && source.charAt(at + 1) === '{') interpolates = false;
    if (length > 0) {
      const offset = text.length + at - from;
      const written = source.slice(at, at + length);
      const expression = written.startsWith('${') ? written.slice(2, -1) : written.slice(1);
      interpolations.push({ expression: expression.trim(), start: offset, end: offset + length });
    }
    at += Math.max(1, length);
  }
  return end(false);
}

function escapeAt(
  source: string,
  at: number,
  { escapes }: Form,
): { readonly length: number; readonly text: string } | undefined {
  const next = source.charAt(at + 1);
  if (escapes === 'dollar')
    return source.charAt(at) === '$' && (next === '$' || next === '/')
      ? { length: 2, text: next }
      : undefined;
  if (source.charAt(at) !== '\\' || next === '') return undefined;
  if (escapes === 'slash') return next === '/' ? { length: 2, text: '/' } : undefined;
  if (next === 'u') {
    const code = /^[0-9a-f]{4}/i.exec(source.slice(at + 2, at + 6))?.[0];
    if (code) return { length: 6, text: String.fromCharCode(parseInt(code, 16)) };
  }
  return { length: 2, text: Object.hasOwn(ESCAPES, next) ? (ESCAPES[next] ?? '') : next };
}

const NAME = /[A-Z_]\w*(?:\.[A-Z_]\w*)*/iy;

/** Length of `${…}` or `$name.property` at an offset; 0 when there is none. */
function interpolationLength(source: string, start: number, lines: boolean, depth: number): number {
  if (source.charAt(start + 1) !== '{') {
    NAME.lastIndex = start + 1;
    const name = NAME.exec(source)?.[0];
    return name === undefined ? 0 : name.length + 1;
  }
  let open = 0;
  const limit = Math.min(source.length, start + LENGTH);
  for (let at = start + 1; at < limit; at++) {
    const character = source.charAt(at);
    if (character === '\n' && !lines) return 0;
    if (character === '{') open++;
    else if (character === '}' && --open === 0) return at + 1 - start;
    else if ((character === '"' || character === "'") && depth < DEPTH) {
      const end = quotedEnd(source, at, depth + 1);
      if (end === undefined) return 0;
      at = end - 1;
    }
  }
  return 0;
}

/** Where the text in an interpolation ends that begins at an offset; it is on one line. */
function quotedEnd(source: string, start: number, depth: number): number | undefined {
  const quote = source.charAt(start);
  const limit = Math.min(source.length, start + LENGTH);
  for (let at = start + 1; at < limit; at++) {
    const character = source.charAt(at);
    if (character === quote) return at + 1;
    if (character === '\n') return undefined;
    if (character === '\\') at++;
    else if (character === '$' && quote === '"' && source.charAt(at + 1) === '{') {
      const length = interpolationLength(source, at, false, depth);
      if (length === 0) return undefined;
      at += length - 1;
    }
  }
  return undefined;
}
