import type { Location, SourceFile, Span } from '../../source/index.ts';

export interface SqlFile {
  readonly file: SourceFile;
  readonly statements: readonly SqlStatement[];
  readonly comments: readonly SqlComment[];
}

/** What stands before a semicolon, or the end. */
export interface SqlStatement extends Span {
  readonly tokens: readonly SqlToken[];
}

export interface SqlToken extends Span {
  /** `name`: in quotes; `text`: a text or the body of a function. */
  readonly kind: 'word' | 'name' | 'text' | 'sign';
  /** A word in capitals, a name without its quotes, a sign; empty for a text. */
  readonly text: string;
}

export interface SqlComment {
  readonly text: string;
  readonly location: Location;
}
