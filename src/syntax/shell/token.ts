import type { Span } from '../../source/index.ts';

/** A word as the shell would see it: quotes removed, expansions (`$TAG`, `$(date)`, `${{ … }}`) left as written. */
export interface ShellWord {
  readonly text: string;
  readonly span: Span;
  readonly quoted: boolean;
  /** The word is one quoted string without escapes: its text starts one unit after the span does. */
  readonly verbatim: boolean;
  /** Insides of `$(…)`, backticks and `<(…)`: commands that run too. */
  readonly substitutions: readonly Span[];
}

export interface Operator {
  readonly operator: string;
  readonly span: Span;
}

/** Lines that are fed to a command's input; `tag` is the redirect they belong to, in order. */
export interface Heredoc {
  readonly heredoc: Span;
  /** Its tag is quoted: nothing in it is expanded. */
  readonly literal: boolean;
}

export type Token = ShellWord | Operator | Heredoc;

export type Dialect = 'posix' | 'powershell';

export const isOperator = (token: Token): token is Operator => 'operator' in token;
export const isHeredoc = (token: Token): token is Heredoc => 'heredoc' in token;
