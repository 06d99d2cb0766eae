import { substitutionEnd } from './nesting.ts';
import type { Dialect, ShellWord, Token } from './token.ts';
import { readWord } from './word.ts';

/** Longest first, so that `&&` is not read as two `&`. */
const OPERATORS = [
  '&&',
  '||',
  ';;',
  '|&',
  '<<<',
  '<<-',
  '<<',
  '>>',
  '&>',
  '>&',
  '<&',
  '>|',
  '|',
  '&',
  ';',
  '<',
  '>',
];
const REDIRECTS = new Set(['<<<', '<<-', '<<', '>>', '&>', '>&', '<&', '>|', '<', '>']);

export const isRedirect = (operator: string): boolean => REDIRECTS.has(operator);

interface OpenHeredoc {
  readonly tag: string;
  readonly dash: boolean;
  readonly literal: boolean;
}

/** Splits a stretch of a script into words, operators and heredoc bodies; comments and blanks are dropped. */
export function tokenize(source: string, start: number, limit: number, dialect: Dialect): Token[] {
  const tokens: Token[] = [];
  const pending: OpenHeredoc[] = [];
  let at = start;
  while (at < limit) {
    const char = source.charAt(at);
    if (char === ' ' || char === '\t' || char === '\r') at++;
    else if (char === '\n') {
      tokens.push({ operator: '\n', span: { start: at, end: at + 1 } });
      at = readHeredocs(source, at + 1, limit, pending, tokens);
    } else if (char === '#') at = lineEnd(source, at, limit);
    else if (isContinuation(source, at, dialect)) at = lineEnd(source, at, limit) + 1;
    else at = readToken(source, at, limit, dialect, tokens, pending);
  }
  return tokens;
}

function readToken(
  source: string,
  at: number,
  limit: number,
  dialect: Dialect,
  tokens: Token[],
  pending: OpenHeredoc[],
): number {
  const process = (source.startsWith('<(', at) || source.startsWith('>(', at)) && dialect === 'posix';
  if (process) {
    const end = substitutionEnd(source, at + 1, limit);
    const inside = { start: at + 2, end: Math.max(at + 2, end - 1) };
    const text = source.slice(at, end);
    tokens.push({ text, span: { start: at, end }, quoted: false, verbatim: false, substitutions: [inside] });
    return end;
  }
  const operator = operatorAt(source, at);
  if (operator) {
    tokens.push({ operator, span: { start: at, end: at + operator.length } });
    return at + operator.length;
  }
  const word = readWord(source, at, limit, dialect);
  noteHeredoc(word, tokens.at(-1), pending);
  tokens.push(word);
  return Math.max(word.span.end, at + 1);
}

function operatorAt(source: string, at: number): string | undefined {
  const char = source.charAt(at);
  if (char === '(' || char === ')') return char;
  if (!'&|;<>'.includes(char)) return undefined;
  return OPERATORS.find((operator) => source.startsWith(operator, at));
}

function noteHeredoc(word: ShellWord, before: Token | undefined, pending: OpenHeredoc[]): void {
  if (!before || !('operator' in before)) return;
  if (before.operator === '<<' || before.operator === '<<-') {
    pending.push({ tag: word.text, dash: before.operator === '<<-', literal: word.quoted });
  }
}

/** Takes the bodies of the heredocs that were opened on the line before. */
function readHeredocs(
  source: string,
  start: number,
  limit: number,
  pending: OpenHeredoc[],
  tokens: Token[],
): number {
  let at = start;
  for (const { tag, dash, literal } of pending.splice(0)) {
    const body = at;
    let end = limit;
    while (at < limit) {
      const lineStop = lineEnd(source, at, limit);
      const line = source.slice(at, lineStop).replace(/\r$/, '');
      const next = lineStop + 1;
      if ((dash ? line.trimStart() : line).trimEnd() === tag) {
        end = at;
        at = next;
        break;
      }
      at = next;
    }
    tokens.push({ heredoc: { start: body, end: Math.min(end, limit) }, literal });
  }
  return at;
}

function isContinuation(source: string, at: number, dialect: Dialect): boolean {
  if (source.charAt(at) !== (dialect === 'powershell' ? '`' : '\\')) return false;
  const next = source.charAt(at + 1);
  return next === '\n' || (next === '\r' && source.charAt(at + 2) === '\n');
}

function lineEnd(source: string, at: number, limit: number): number {
  const end = source.indexOf('\n', at);
  return end < 0 || end > limit ? limit : end;
}
