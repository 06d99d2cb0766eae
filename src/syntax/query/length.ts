import type { QueryProblem } from './matcher.ts';

/** Ten times what anybody writes; the parsers, which mend mistakes as they go, take minutes for some megabytes. */
export const MAX_QUERY_LENGTH = 150_000;

/** The problem of an expression that is longer than that: it may well be none. */
export function tooLong(expression: string): QueryProblem {
  return { message: 'is too long to be read', start: 0, end: expression.length, sure: false };
}
