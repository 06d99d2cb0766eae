import { parser } from '@prometheus-io/lezer-promql';
import { ExpressionReader } from './expression-reader.ts';
import { readPlain } from './plain.ts';
import { MAX_QUERY_LENGTH, tooLong, withoutPlaceholders } from '../query/index.ts';
import type { Query } from './query.ts';

/** Reads an expression. What is no PromQL is told in `problem`, and the rest is read as far as possible. */
export function parseQuery(expression: string): Query {
  if (expression.length > MAX_QUERY_LENGTH)
    return { selectors: [], functions: new Set(), problem: tooLong(expression) };
  const text = withoutPlaceholders(expression);
  return (text === expression ? readPlain(text) : undefined) ?? readWhole(expression, text);
}

/** By the parser, which knows all of the language; for plain expressions it takes ten times as long. */
export function readWhole(expression: string, text: string = withoutPlaceholders(expression)): Query {
  try {
    return new ExpressionReader(expression, parser.parse(text).cursor()).read();
  } catch (error) {
    // Parser and reader recurse once for each nesting level, and have no limit of their own.
    if (!(error instanceof RangeError)) throw error;
    const message = 'nests too deeply to be read';
    const problem = { message, start: 0, end: expression.length, sure: false };
    return { selectors: [], functions: new Set(), problem };
  }
}
