/** What an expression reads: the parts of PromQL that tell what it is about. */
export interface Query {
  readonly selectors: readonly Selector[];
  /** Names of functions and aggregations, lower case, each once. */
  readonly functions: ReadonlySet<string>;
  /** The first place that is no PromQL; what could be read around it is still given. */
  readonly problem?: QueryProblem;
}

export interface QueryProblem {
  /** Finishes "The expression …" and has no full stop. */
  readonly message: string;
  /** Offsets in the expression. */
  readonly start: number;
  readonly end: number;
}

export interface Selector {
  /** Absent when only matchers say which series; a regular expression on the name is a matcher. */
  readonly metric?: string;
  readonly matchers: readonly Matcher[];
  readonly start: number;
  readonly end: number;
}

export interface Matcher {
  readonly label: string;
  readonly operator: '=' | '!=' | '=~' | '!~';
  /** Without quotes and escapes. */
  readonly value: string;
  /** Offsets of the value in the expression, without its quotes. */
  readonly start: number;
  readonly end: number;
}
