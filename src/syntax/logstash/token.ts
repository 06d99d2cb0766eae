import type { Span } from '../../source/index.ts';

/** A piece of a pipeline's text; of texts the value is what is between their quotes. */
export interface Token extends Span {
  readonly kind: 'sign' | 'text' | 'word' | 'comment';
  readonly value: string;
}

/** What stands between blanks: a comment, a text with its quotes, an arrow, a bracket, or a word up to any of these. */
const TOKENS =
  /#([^\n]*)|"((?:[^"\\]|\\[\s\S])*)"|'((?:[^'\\]|\\[\s\S])*)'|(=>|[{}[\],()])|(?:(?!=>)[^\s{}[\],()#"'])+|["']/g;

export function tokensOf(text: string): readonly Token[] {
  return [...text.matchAll(TOKENS)].map(({ 0: all, 1: comment, 2: double, 3: single, 4: sign, index }) => {
    const span = { start: index, end: index + all.length };
    if (comment !== undefined) return { kind: 'comment', value: comment.trim(), ...span };
    const quoted = double ?? single;
    if (quoted !== undefined) return { kind: 'text', value: quoted, ...span };
    return sign === undefined
      ? { kind: 'word', value: all, ...span }
      : { kind: 'sign', value: sign, ...span };
  });
}
