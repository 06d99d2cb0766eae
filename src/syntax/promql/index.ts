/** PromQL: expression → its tree and what it reads, with offsets in the expression. */
export { durationSeconds } from './duration.ts';
export { parseQuery } from './parse.ts';
export { hasPlaceholder } from './placeholders.ts';
export type {
  AggregateExpression,
  BinaryExpression,
  CallExpression,
  Expression,
  Matcher,
  Query,
  QueryProblem,
  Selector,
} from './query.ts';
