/** PromQL: expression → its tree and what it reads, with offsets in the expression. */
export { durationSeconds, hasPlaceholder } from '../query/index.ts';
export type { Matcher, QueryProblem } from '../query/index.ts';
export { parseQuery } from './parse.ts';
export type {
  AggregateExpression,
  BinaryExpression,
  CallExpression,
  Expression,
  Query,
  Selector,
} from './query.ts';
