import type { SourceFile, Span } from '../../source/index.ts';
import type { Token } from './lexer.ts';

/** A place among the tokens of a file. */
export interface Cursor {
  readonly peek: (ahead?: number) => Token;
  readonly next: () => Token;
  readonly skipLines: () => void;
  /** A dot stands here, or as the first thing in a line below. */
  readonly atDot: () => boolean;
  readonly isPlainDot: () => boolean;
  /** A block begins here; with `below`, also in a line below. */
  readonly blockFollows: (below: boolean) => boolean;
  /** `name, other ->` at the beginning of a closure. */
  readonly skipParameters: () => void;
  /** Skips all up to the bracket that closes what is open. */
  readonly skipNested: () => void;
  /** Takes the bracket that closes another, or says that it is missing; gives its end. */
  readonly close: (open: Token, close: string) => number;
  readonly text: (start: number, end: number) => string;
  readonly report: (span: Span, message: string) => void;
}

/** Parameters of one closure, with their types and commas. */
const PARAMETERS = 16;

export function createCursor(
  file: SourceFile,
  tokens: readonly Token[],
  report: (span: Span, message: string) => void,
): Cursor {
  let at = 0;
  const last = tokens.length - 1;
  const end = tokens[last];
  if (!end) throw new Error('The lexer gives a token for the end at least.');
  const tokenAt = (index: number): Token => tokens[index] ?? end;
  const peek = (ahead = 0): Token => tokenAt(at + ahead);
  const next = (): Token => {
    const token = peek();
    at = Math.min(at + 1, last);
    return token;
  };
  const isSign = (token: Token, ...signs: readonly string[]): boolean =>
    token.kind === 'sign' && signs.includes(token.text);
  /** The next token that is no line end, from `at` on; looked for once for each run of line ends. */
  let seen = { from: -1, to: -1 };
  const afterLines = (): Token => {
    if (at < seen.from || at > seen.to) {
      let to = at;
      while (tokens[to]?.kind === 'line') to++;
      seen = { from: at, to };
    }
    return tokenAt(seen.to);
  };
  return {
    peek,
    next,
    report,
    skipLines: () => {
      while (peek().kind === 'line') next();
    },
    atDot: () => isSign(afterLines(), '.', '?.', '*.'),
    isPlainDot: () => isSign(peek(), '.', '?.'),
    blockFollows: (below) => isSign(below ? afterLines() : peek(), '{'),
    skipParameters: () => {
      for (let ahead = 0; ahead < PARAMETERS; ahead++) {
        const token = peek(ahead);
        if (isSign(token, '->')) {
          at = Math.min(at + ahead + 1, last);
          return;
        }
        if (token.kind !== 'word' && token.kind !== 'line' && !isSign(token, ',')) return;
      }
    },
    skipNested: () => {
      for (let open = 0; peek().kind !== 'end'; next()) {
        if (isSign(peek(), '{', '(', '[')) open++;
        else if (isSign(peek(), '}', ')', ']') && --open < 0) return;
      }
    },
    close: (open, close) => {
      const token = peek();
      if (isSign(token, close)) return next().end;
      report(open, `The bracket \`${open.text}\` that opens here is not closed.`);
      return token.start;
    },
    text: (start, end) => file.text.slice(start, end),
  };
}
