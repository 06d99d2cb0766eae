import type { SourceFile } from '../../source/index.ts';
import type { SqlComment, SqlFile, SqlStatement, SqlToken } from './tree.ts';

const BLANK = /\s+/y;
const WORD = /[\p{L}_][\p{L}\p{N}_$]*|\d[\w.]*/uy;
const LINE = /--[^\r\n]*/y;
const TAG = /\$(?:[a-z_]\w*)?\$/iy;
/** Bodies that do not end: looking for the end of each would take forever. */
const OPEN_BODIES = 20;

/** Cuts a file into statements; never fails. */
export function parseSql(file: SourceFile): SqlFile {
  const { text } = file;
  const statements: SqlStatement[] = [];
  const comments: SqlComment[] = [];
  let tokens: SqlToken[] = [];
  let at = 0;
  let openBodies = 0;
  const take = (pattern: RegExp): number => {
    pattern.lastIndex = at;
    return pattern.test(text) ? pattern.lastIndex : at;
  };
  const push = (kind: SqlToken['kind'], end: number, content: string): void => {
    tokens.push({ kind, text: content, start: at, end });
    at = end;
  };
  const comment = (end: number): void => {
    comments.push({ text: text.slice(at, end), location: { file, span: { start: at, end } } });
    at = end;
  };
  const close = (): void => {
    const [first] = tokens;
    const last = tokens.at(-1);
    if (first && last) statements.push({ tokens, start: first.start, end: last.end });
    tokens = [];
  };
  const body = (): number => {
    const end = take(TAG);
    if (end === at || openBodies >= OPEN_BODIES) return at;
    const tag = text.slice(at, end);
    const closing = text.indexOf(tag, end);
    if (closing < 0) openBodies++;
    return closing < 0 ? at : closing + tag.length;
  };
  while (at < text.length) {
    const char = text.charAt(at);
    const blank = take(BLANK);
    if (blank > at) at = blank;
    else if (text.startsWith('--', at)) comment(take(LINE));
    else if (text.startsWith('/*', at)) comment(after(text, '*/', at + 2));
    else if (char === "'") push('text', quoted(text, at, "'"), '');
    else if (char === '"' || char === '`') {
      const end = quoted(text, at, char);
      push('name', end, text.slice(at + 1, end - 1));
    } else if (char === ';') {
      close();
      at++;
    } else {
      const end = char === '$' ? body() : take(WORD);
      if (end === at) push('sign', at + 1, char);
      else if (char === '$') push('text', end, '');
      else push('word', end, text.slice(at, end).toUpperCase());
    }
  }
  close();
  return { file, statements, comments };
}

function after(text: string, mark: string, from: number): number {
  const found = text.indexOf(mark, from);
  return found < 0 ? text.length : found + mark.length;
}

/** Behind the closing quote, which written twice stands for itself; behind the file where there is none. */
function quoted(text: string, start: number, quote: string): number {
  for (let at = start + 1; ; at += 2) {
    at = text.indexOf(quote, at);
    if (at < 0) return text.length;
    if (text.charAt(at + 1) !== quote) return at + 1;
  }
}
