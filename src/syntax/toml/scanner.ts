/** What a text has that TOML does not allow, and where. */
export class TomlProblem extends Error {
  readonly offset: number;

  constructor(message: string, offset: number) {
    super(message);
    this.offset = offset;
  }
}

const BARE = /[\w-]+/y;
const SCALAR = /[^\s,\]}#=]+(?: \d\d:\d\d:\d\d[^\s,\]}#]*)?/y;

/** A bare key at an offset; empty when there is none. */
export function bareKeyAt(text: string, at: number): string {
  BARE.lastIndex = at;
  return BARE.exec(text)?.[0] ?? '';
}

/** A number, boolean or date as it is written. */
export function plainAt(text: string, at: number): string {
  SCALAR.lastIndex = at;
  return SCALAR.exec(text)?.[0] ?? '';
}

/** The value of such a text; undefined when it is none. */
export function plainValue(written: string): unknown {
  if (written === 'true') return true;
  if (written === 'false') return false;
  const digits = written.replaceAll(/(?<=[\da-f])_(?=[\da-f])/gi, '');
  if (/^[+-]?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i.test(digits)) return Number(digits);
  if (/^0x[\da-f]+$|^0o[0-7]+$|^0b[01]+$/i.test(digits)) return Number(digits);
  if (/^[+-]?(?:inf|nan)$/.test(written)) return written;
  return /^\d{4}-\d\d-\d\d|^\d\d:\d\d/.test(written) ? written : undefined;
}

/** A text in quotes, and where it ends. */
export interface Quoted {
  readonly value: string;
  readonly end: number;
}

/** Reads a quoted text that begins at an offset, on one line or between three quotes. */
export function quotedAt(text: string, at: number, allowLines = true): Quoted {
  const quote = text[at] ?? '';
  const long = allowLines && text.startsWith(quote.repeat(3), at);
  const start = at + (long ? 3 : 1);
  const end = endOfQuoted(text, start, quote, long);
  const inner = text.slice(start, end);
  const value = quote === "'" ? inner : unescape(inner, start);
  return { value: long ? value.replace(/^\r?\n/, '') : value, end: end + (long ? 3 : 1) };
}

function endOfQuoted(text: string, start: number, quote: string, long: boolean): number {
  const mark = long ? quote.repeat(3) : quote;
  for (let at = start; at < text.length; at++) {
    const sign = text[at];
    if (sign === '\\' && quote === '"') at++;
    else if (sign === '\n' && !long) break;
    else if (sign === quote && text.startsWith(mark, at)) {
      // Up to two quotes may stand before the three that end it.
      let end = at;
      while (long && end - at < 2 && text[end + 3] === quote) end++;
      return end;
    }
  }
  throw new TomlProblem('This text is not closed.', start - 1);
}

const ESCAPES: Readonly<Record<string, string>> = {
  b: '\b',
  t: '\t',
  n: '\n',
  f: '\f',
  r: '\r',
  e: '\u001b',
};

function unescape(text: string, offset: number): string {
  if (!text.includes('\\')) return text;
  return text.replaceAll(
    /\\(?:u([\da-fA-F]{4})|U([\da-fA-F]{8})|x([\da-fA-F]{2})|([ \t]*\r?\n\s*)|(.))/gs,
    (all, short?: string, long?: string, byte?: string, gap?: string, one?: string, at?: number) => {
      const code = short ?? long ?? byte;
      if (code !== undefined) {
        const point = Number.parseInt(code, 16);
        return point > 0x10_ff_ff ? '\ufffd' : String.fromCodePoint(point);
      }
      if (gap !== undefined) return '';
      if (one === '"' || one === '\\') return one;
      const known = one === undefined ? undefined : ESCAPES[one];
      if (known === undefined) throw new TomlProblem(`There is no escape ${all}.`, offset + (at ?? 0));
      return known;
    },
  );
}
