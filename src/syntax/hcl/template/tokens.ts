import type { Span } from '../../../source/index.ts';
import type { Expression, TemplateFor, TemplateInterpolation } from '../tree.ts';

/** A template before its directives are nested; in heredocs and files each line's text is a token of its own. */
export type TemplateToken =
  | TextToken
  | TemplateInterpolation
  | IfToken
  | ForToken
  | (Span & { readonly kind: 'else' | 'endif' | 'endfor' });

/** Text may still lose blanks to strip markers and to a heredoc's indentation. */
export interface TextToken extends Span {
  readonly kind: 'text';
  value: string;
}

export interface IfToken extends Span {
  readonly kind: 'if-open';
  readonly condition: Expression;
}

export interface ForToken extends Span {
  readonly kind: 'for-open';
  readonly head: Pick<TemplateFor, 'keyVariable' | 'valueVariable' | 'collection'>;
}
