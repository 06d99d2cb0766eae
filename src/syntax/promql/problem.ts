import { withoutPlaceholders, type QueryProblem } from '../query/index.ts';

/**
 * The parser gives up in chains of some thousand operators, and then finds errors in sound expressions, the first of
 * them behind 2,300 characters. An error behind this offset says no more than that.
 */
const SURE_LENGTH = 2_000;

/** What is wrong where the parser found an error. What is filled in later may be anything, so that it makes none sure. */
export function problemAt(expression: string, from: number, to: number): QueryProblem {
  if (from > SURE_LENGTH)
    return {
      message: 'is too long to be read as a whole',
      start: from,
      end: Math.max(to, from + 1),
      sure: false,
    };
  const sure = withoutPlaceholders(expression) === expression && !isBeyond(expression, from);
  return { ...describe(expression, from, to), sure };
}

/** What Prometheus reads and the parser does not: a metric named `offset`, colons in names of labels, `80.`. */
function isBeyond(expression: string, from: number): boolean {
  return /^(?:offset\b|:|\.(?!\d))/i.test(expression.slice(from, from + 8));
}

function describe(expression: string, from: number, to: number): Omit<QueryProblem, 'sure'> {
  if (expression.trim() === '') return { message: 'is empty', start: 0, end: expression.length };
  const quote = openQuote(expression);
  if (quote !== undefined && quote <= from)
    return { message: 'leaves a text open', start: quote, end: quote + 1 };
  const end = Math.max(to, from + 1);
  const found = expression.slice(from, to).trim();
  if (found === '' && expression.slice(from).trim() === '') {
    const last = expression.trimEnd().length;
    return { message: 'ends too early', start: Math.max(0, last - 1), end: last };
  }
  const shown = found === '' ? (expression.slice(from).trim()[0] ?? '') : found.slice(0, 40);
  return (
    unknownFunction(expression, from, shown) ?? {
      message: `cannot be read at "${shown}"`,
      start: from,
      end,
    }
  );
}

/** Texts and comments, and quotes that begin none. */
const TEXTS = /"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`[^`]*`|#[^\n]*|["'`]/g;

/** Where a text begins that nothing ends. */
function openQuote(expression: string): number | undefined {
  for (const match of expression.matchAll(TEXTS)) if (/^["'`]$/.test(match[0])) return match.index;
  return undefined;
}

/** Longer than the name of any function. */
const LONGEST_NAME = 100;

/** A name in front of parentheses is one of a function, which the parser takes for a metric where it knows none. */
function unknownFunction(
  expression: string,
  from: number,
  shown: string,
): Omit<QueryProblem, 'sure'> | undefined {
  if (!shown.startsWith('(')) return undefined;
  const before = expression.slice(Math.max(0, from - LONGEST_NAME), from);
  const name = /(?:^|[^\w:])([a-z_]\w*)\s*$/i.exec(before);
  if (name?.[1] === undefined) return undefined;
  const start = from - before.length + name.index + name[0].indexOf(name[1]);
  return { message: `calls ${name[1]}(), which is no function`, start, end: start + name[1].length };
}
