/** PromQL: expression → what it reads, with offsets in the expression. */
export { parseQuery } from './parse.ts';
export { hasPlaceholder } from './placeholders.ts';
export type { Matcher, Query, QueryProblem, Selector } from './query.ts';
