import type { NodeType } from '@lezer/common';
import {
  AggregateOp,
  FunctionIdentifier,
  Identifier,
  LabelName,
  MatchOp,
  parser,
  QuotedLabelMatcher,
  QuotedLabelName,
  StringLiteral,
  UnquotedLabelMatcher,
  VectorSelector,
} from '@prometheus-io/lezer-promql';
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
  const reader = new TreeReader(expression);
  const cursor = parser.parse(withoutPlaceholders(expression)).cursor();
  do reader.enter(cursor.type, cursor.from, cursor.to);
  while (cursor.next());
  return reader.query();
}

interface OpenSelector extends Selector {
  metric?: string;
  readonly matchers: Matcher[];
}

/** Takes the nodes in the order of the text, each once: asking every selector for its children costs twice as much. */
class TreeReader {
  readonly #expression: string;
  readonly #selectors: OpenSelector[] = [];
  readonly #functions = new Set<string>();
  #problem: QueryProblem | undefined;
  /** Of the matcher that is being read. */
  #label: string | undefined;
  #operator: Matcher['operator'] | undefined;
  #matcherEnd = 0;

  constructor(expression: string) {
    this.#expression = expression;
  }

  enter(type: NodeType, start: number, end: number): void {
    if (type.isError) this.#problem ??= problemAt(this.#expression, start, end);
    else if (type.id === VectorSelector) this.#selectors.push({ matchers: [], start, end });
    else if (type.id === FunctionIdentifier || type.id === AggregateOp)
      this.#functions.add(this.#text(start, end).toLowerCase());
    else {
      const selector = this.#selectors.at(-1);
      if (selector && end <= selector.end) this.#enterSelector(selector, type, start, end);
    }
  }

  query(): Query {
    const problem = this.#problem;
    return { selectors: this.#selectors, functions: this.#functions, ...(problem && { problem }) };
  }

  #enterSelector(selector: OpenSelector, { id }: NodeType, start: number, end: number): void {
    if (id === Identifier) selector.metric = this.#text(start, end);
    else if (id === UnquotedLabelMatcher || id === QuotedLabelMatcher) {
      this.#matcherEnd = end;
      this.#label = this.#operator = undefined;
    } else if (id === QuotedLabelName && start >= this.#matcherEnd)
      selector.metric ??= unquote(this.#text(start, end)).text;
    else if (id === LabelName || id === QuotedLabelName) this.#label = unquote(this.#text(start, end)).text;
    else if (id === MatchOp) this.#operator = operatorOf(this.#text(start, end));
    else if (id === StringLiteral) this.#addMatcher(selector, start, end);
  }

  #addMatcher(selector: OpenSelector, start: number, end: number): void {
    const [label, operator] = [this.#label, this.#operator];
    if (label === undefined || operator === undefined) return;
    this.#operator = undefined;
    const value = unquote(this.#text(start, end)).text;
    if (label === '__name__' && operator === '=') selector.metric ??= value;
    else
      selector.matchers.push({ label, operator, value, start: start + 1, end: Math.max(start + 1, end - 1) });
  }

  #text(start: number, end: number): string {
    return this.#expression.slice(start, end);
  }
}

function operatorOf(sign: string): Matcher['operator'] | undefined {
  return sign === '=' || sign === '!=' || sign === '=~' || sign === '!~' ? sign : undefined;
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
