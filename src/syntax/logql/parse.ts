import { parser } from '@grafana/lezer-logql';
import { MAX_QUERY_LENGTH, tooLong, withoutPlaceholders, type QueryProblem } from '../query/index.ts';
import type { LogQuery } from './query.ts';
import { LogReader } from './reader.ts';

/** Reads an expression. What is no LogQL is told in `problem`, and the rest is read as far as possible. */
export function parseLogQuery(expression: string): LogQuery {
  const reader = new LogReader(expression);
  if (expression.length > MAX_QUERY_LENGTH) return reader.read(tooLong(expression));
  try {
    parser.parse(withoutPlaceholders(expression)).iterate({
      enter: (node) => {
        reader.enter(node);
      },
      leave: ({ name }) => {
        reader.leave(name);
      },
    });
  } catch (error) {
    // The parser recurses once for each nesting level, and has no limit of its own.
    if (!(error instanceof RangeError)) throw error;
    const message = 'nests too deeply to be read';
    return reader.read({ message, start: 0, end: expression.length, sure: false });
  }
  return reader.read(problemOf(expression, reader.error));
}

/**
 * The grammar is younger than some of the language, so that what it cannot read is a mistake only where brackets or
 * texts are open.
 */
function problemOf(expression: string, error: number | undefined): QueryProblem | undefined {
  if (expression.trim() === '') return { message: 'is empty', start: 0, end: expression.length, sure: true };
  if (error === undefined) return undefined;
  const open = openBracket(expression);
  if (open !== undefined) {
    const shown = expression[open] ?? '';
    const message = /["'`]/.test(shown) ? 'leaves a text open' : `never closes ${shown}`;
    return { message, start: open, end: open + 1, sure: true };
  }
  const found = expression.slice(error).trim().slice(0, 40);
  const message = found === '' ? 'ends too early' : `cannot be read at "${found}"`;
  return { message, start: Math.min(error, expression.length), end: expression.length, sure: false };
}

/** Texts, comments and placeholders, and single signs of what is open or closed. */
const SIGNS =
  /"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`[^`]*`|#[^\n]*|\{\{[^{}]*\}\}|\$\{[^{}]*\}|["'`()[\]{}]/g;

/** Where a bracket or a text begins that nothing ends. */
function openBracket(expression: string): number | undefined {
  const open: number[] = [];
  for (const { 0: sign, index } of expression.matchAll(SIGNS)) {
    if (sign.length > 1) continue;
    if (/["'`]/.test(sign)) return index;
    if (/[([{]/.test(sign)) open.push(index);
    else open.pop();
  }
  return open[0];
}
