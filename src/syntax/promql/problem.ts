import type { QueryProblem } from './query.ts';

/**
 * The parser gives up alternatives in chains of some two hundred operators, and then finds errors in sound
 * expressions. An error behind this offset says no more than that.
 */
const SURE_LENGTH = 2_500;

/** What is wrong where the parser found an error. */
export function problemAt(expression: string, from: number, to: number): QueryProblem {
  if (expression.trim() === '') return { message: 'is empty', start: 0, end: expression.length };
  const end = Math.max(to, from + 1);
  if (from > SURE_LENGTH) return { message: 'is too long to be read as a whole', start: from, end };
  const found = expression.slice(from, to).trim();
  if (found === '' && expression.slice(from).trim() === '') {
    const last = expression.trimEnd().length;
    return { message: 'ends too early', start: Math.max(0, last - 1), end: last };
  }
  const shown = found === '' ? (expression.slice(from).trim()[0] ?? '') : found.slice(0, 40);
  return { message: `cannot be read at "${shown}"`, start: from, end };
}
