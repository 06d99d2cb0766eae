/** What the query languages of metrics and of logs share: durations, texts, matchers, and what is filled in later. */
export { durationSeconds } from './duration.ts';
export { MAX_QUERY_LENGTH, tooLong } from './length.ts';
export { insideQuotes, operatorOf } from './matcher.ts';
export type { Matcher, Part, QueryProblem } from './matcher.ts';
export { hasPlaceholder, withoutPlaceholders } from './placeholders.ts';
export { unquote } from './string.ts';
