import type { SourceFile, Span } from '../../source/index.ts';
import { readString } from './strings.ts';
import type { GroovyComment, GroovyString } from './tree.ts';

export interface Token extends Span {
  readonly kind: 'word' | 'number' | 'string' | 'line' | 'sign' | 'end';
  /** Of a word or sign: itself. */
  readonly text: string;
  readonly string?: GroovyString;
  /** Blanks stand before it. */
  readonly spaced: boolean;
}

export interface Lexed {
  readonly tokens: readonly Token[];
  readonly comments: readonly GroovyComment[];
  /** Texts and comments that do not end. */
  readonly unclosed: readonly (Span & { readonly what: string })[];
}

const BLANK = /(?:[ \t\r\f\v\u00a0\ufeff]|\\\r?\n)+/y;
const WORD = /@?[\p{L}_$][\p{L}\p{N}_$]*/uy;
const NUMBER = /\d\w*(?:\.\d\w*)?/y;
const SIGN = /->|\?\.|\*\.|\?:|==~|=~|===?|!==?|<=>|[<>]=|&&|\|\||\+\+|--|\.\.<?|[-+*/%]=|./suy;
/** Words after which a slash begins a text. */
const BEFORE_VALUE: ReadonlySet<string> = new Set(['return', 'in', 'case', 'assert', 'throw', 'else']);

/** Cuts a file into words, texts and signs; never fails. */
export function lex(file: SourceFile): Lexed {
  const source = file.text;
  const tokens: Token[] = [];
  const comments: GroovyComment[] = [];
  const unclosed: (Span & { what: string })[] = [];
  let at = 0;
  let spaced = false;
  // Until here no slash can begin a text, since one before it did not end: looking again would take forever.
  let noSlashy = 0;
  let noDollarSlashy = false;
  const push = (kind: Token['kind'], end: number, string?: GroovyString): void => {
    tokens.push({
      kind,
      text: string ? '' : source.slice(at, end),
      start: at,
      end,
      spaced,
      ...(string && { string }),
    });
    at = end;
    spaced = false;
  };
  const take = (pattern: RegExp): number => {
    pattern.lastIndex = at;
    return pattern.test(source) ? pattern.lastIndex : at;
  };
  const comment = (end: number): void => {
    comments.push({ text: source.slice(at, end), location: { file, span: { start: at, end } } });
    at = end;
    spaced = true;
  };
  /** Takes a text, where one begins here. */
  const quoted = (character: string, next: string): boolean => {
    const dollar = character === '$' && next === '/' && !noDollarSlashy;
    const slash = character === '/' && at >= noSlashy && mayBeginValue(tokens.at(-1));
    const quote = character === '"' || character === "'";
    if (!dollar && !slash && !quote) return false;
    const { value, closed } = readString(source, at);
    if (closed || quote) {
      if (!closed) unclosed.push({ start: at, end: at + 1, what: 'text' });
      push('string', value.end, value);
      return true;
    }
    if (dollar) noDollarSlashy = true;
    else noSlashy = lineEnd(source, at);
    push('sign', at + 1);
    return true;
  };
  if (source.startsWith('#!')) comment(lineEnd(source, 0));
  while (at < source.length) {
    const character = source.charAt(at);
    const next = source.charAt(at + 1);
    const blank = take(BLANK);
    if (blank > at) {
      at = blank;
      spaced = true;
    } else if (character === '\n') push('line', at + 1);
    else if (character === '/' && next === '/') comment(lineEnd(source, at));
    else if (character === '/' && next === '*') {
      const close = source.indexOf('*/', at + 2);
      if (close < 0) unclosed.push({ start: at, end: at + 2, what: 'comment' });
      comment(close < 0 ? source.length : close + 2);
    } else if (!quoted(character, next)) {
      const word = take(WORD);
      const number = word > at ? at : take(NUMBER);
      if (word > at) push('word', word);
      else if (number > at) push('number', number);
      else push('sign', Math.max(at + 1, take(SIGN)));
    }
  }
  push('end', at);
  return { tokens, comments, unclosed };
}

function lineEnd(source: string, at: number): number {
  const end = source.indexOf('\n', at);
  return end < 0 ? source.length : end;
}

/** After a value, a slash divides. */
function mayBeginValue(before: Token | undefined): boolean {
  if (!before || before.kind === 'line') return true;
  if (before.kind === 'word') return BEFORE_VALUE.has(before.text);
  return before.kind === 'sign' && !/^[)\]}]$/.test(before.text);
}
