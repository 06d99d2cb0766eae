/** Offsets in the expression's text. */
export interface Part {
  readonly start: number;
  readonly end: number;
}

/** What is asked of a label. */
export interface Matcher {
  readonly label: string;
  readonly operator: '=' | '!=' | '=~' | '!~';
  /** Without quotes and escapes. */
  readonly value: string;
  /** Offsets of the value in the expression, without its quotes. */
  readonly start: number;
  readonly end: number;
}

/** Where and why an expression cannot be read. */
export interface QueryProblem {
  /** Finishes "The expression …" and has no full stop. */
  readonly message: string;
  /** Offsets in the expression. */
  readonly start: number;
  readonly end: number;
  /** It is a mistake, and no limit of ours, nor something that is filled in later. */
  readonly sure: boolean;
}

/** The operator of a matcher by its sign. */
export function operatorOf(sign: string): Matcher['operator'] | undefined {
  return sign === '=' || sign === '!=' || sign === '=~' || sign === '!~' ? sign : undefined;
}

/** Where the text between the quotes of a literal is. */
export function insideQuotes({ start, end }: Part): Part {
  return { start: start + 1, end: Math.max(start + 1, end - 1) };
}
