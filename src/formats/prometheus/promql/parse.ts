import type { SyntaxNode } from '@lezer/common';
import { parser } from '@prometheus-io/lezer-promql';
import { withoutPlaceholders } from './placeholders.ts';
import type { Matcher, Query, QueryProblem, Selector } from './query.ts';
import { unquote } from './string.ts';

/**
 * The parser gives up alternatives in chains of some two hundred operators, and then finds errors in sound
 * expressions. An error behind this offset says no more than that.
 */
const SURE_LENGTH = 2_500;

/** Reads an expression. What is no PromQL is told in `problem`, and the rest is read as far as possible. */
export function parseQuery(expression: string): Query {
  try {
    return readTree(expression);
  } catch (error) {
    // The parser recurses once for each nesting level, and has no limit of its own.
    if (!(error instanceof RangeError)) throw error;
    const message = 'nests too deeply to be read';
    return { selectors: [], functions: new Set(), problem: { message, start: 0, end: expression.length } };
  }
}

function readTree(expression: string): Query {
  const tree = parser.parse(withoutPlaceholders(expression));
  const selectors: Selector[] = [];
  const functions = new Set<string>();
  let problem: QueryProblem | undefined;
  tree.iterate({
    enter: (node) => {
      if (node.type.isError) problem ??= problemAt(expression, node.from, node.to);
      if (node.name === 'FunctionIdentifier' || node.name === 'AggregateOp')
        functions.add(expression.slice(node.from, node.to).toLowerCase());
      if (node.name !== 'VectorSelector') return true;
      selectors.push(readSelector(expression, node.node));
      // Inside a selector only errors are left to look for.
      return true;
    },
  });
  return { selectors, functions, ...(problem && { problem }) };
}

function problemAt(expression: string, from: number, to: number): QueryProblem {
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

function readSelector(expression: string, node: SyntaxNode): Selector {
  const identifier = node.getChild('Identifier');
  const matchers: Matcher[] = [];
  let metric = identifier ? expression.slice(identifier.from, identifier.to) : undefined;
  const list = node.getChild('LabelMatchers');
  for (let child = list?.firstChild ?? null; child; child = child.nextSibling) {
    if (child.name === 'QuotedLabelName') metric ??= unquote(expression.slice(child.from, child.to)).text;
    const matcher = readMatcher(expression, child);
    if (!matcher) continue;
    if (matcher.label === '__name__' && matcher.operator === '=') metric ??= matcher.value;
    else matchers.push(matcher);
  }
  return { ...(metric !== undefined && { metric }), matchers, start: node.from, end: node.to };
}

function readMatcher(expression: string, node: SyntaxNode): Matcher | undefined {
  const label = node.getChild('LabelName') ?? node.getChild('QuotedLabelName');
  const operator = node.getChild('MatchOp');
  const value = node.getChild('StringLiteral');
  if (!label || !operator || !value) return undefined;
  const sign = expression.slice(operator.from, operator.to);
  if (sign !== '=' && sign !== '!=' && sign !== '=~' && sign !== '!~') return undefined;
  return {
    label: unquote(expression.slice(label.from, label.to)).text,
    operator: sign,
    value: unquote(expression.slice(value.from, value.to)).text,
    start: value.from + 1,
    end: Math.max(value.from + 1, value.to - 1),
  };
}
