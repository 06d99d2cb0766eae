import type { SyntaxNodeRef } from '@lezer/common';
import {
  insideQuotes,
  operatorOf,
  unquote,
  type Matcher,
  type Part,
  type QueryProblem,
} from '../query/index.ts';
import type { LineFilter, LogQuery, LogStream } from './query.ts';

/** Nodes that are named by what they call. */
const CALLS: ReadonlySet<string> = new Set(['RangeOp', 'VectorOp', 'LabelReplace', 'Vector']);
const COMPARISONS: ReadonlySet<string> = new Set(['Gtr', 'Gte', 'Lss', 'Lte', 'Eql', 'Neq']);
/** Signs that keep or throw away lines: those that keep, and those that look for a pattern. */
const LINE_SIGNS: ReadonlySet<string> = new Set(['|=', '|~', '|>', '!=', '!~', '!>']);

interface Stream extends Part {
  end: number;
  readonly matchers: Matcher[];
  readonly lines: LineFilter[];
  readonly filters: Matcher[];
  unwrapped: string | undefined;
}

/** Makes what we tell of an expression while the parser's tree is walked once, which needs no stack of ours. */
export class LogReader {
  /** Where the parser found its first error. */
  error: number | undefined;
  readonly #text: string;
  readonly #streams: Stream[] = [];
  readonly #functions = new Set<string>();
  readonly #inside: string[] = [];
  #givesLines = false;
  #compares = false;
  /** A comparison that may yet turn out to give numbers of 0 and 1. */
  #comparing = false;
  #label: Part | undefined;
  /** The sign of the line filter that is open. */
  #sign = '';
  #selecting = false;

  constructor(text: string) {
    this.#text = text;
  }

  enter({ name, from, to, type }: SyntaxNodeRef): void {
    if (type.isError) this.error ??= from;
    const parent = this.#inside.at(-1) ?? '';
    this.#inside.push(name);
    const written = this.#text.slice(from, to);
    if (CALLS.has(name)) this.#functions.add(written.toLowerCase());
    else if (name === 'LogExpr' && this.#inside.length <= 3) this.#givesLines = true;
    else if (name === 'Selector') {
      this.#selecting = true;
      const read = { matchers: [], lines: [], filters: [], unwrapped: undefined };
      this.#streams.push({ start: from, end: to, ...read });
    } else if (parent === 'BinOpExpr' && COMPARISONS.has(name)) this.#comparing = true;
    else if (name === 'Bool') this.#comparing = false;
    else if (parent === 'Filter') this.#sign = written;
    else this.#detail(name, parent, { start: from, end: to });
  }

  leave(name: string): void {
    this.#inside.pop();
    if (name === 'Selector') this.#selecting = false;
    else if (name === 'LineFilter') this.#sign = '';
    else if (name === 'BinOpModifier') {
      this.#compares ||= this.#comparing;
      this.#comparing = false;
    }
  }

  read(problem: QueryProblem | undefined): LogQuery {
    return {
      streams: this.#streams satisfies readonly LogStream[],
      functions: this.#functions,
      givesLines: this.#givesLines,
      compares: this.#compares,
      ...(problem && { problem }),
    };
  }

  /** Inside a matcher or filter: a name, then a sign, then a value. */
  #detail(name: string, parent: string, part: Part): void {
    const stream = this.#streams.at(-1);
    const written = this.#text.slice(part.start, part.end);
    if (!stream) return;
    if (name === 'Identifier' && parent === 'UnwrapExpr') stream.unwrapped = written;
    else if (name === 'Identifier') this.#label = part;
    else if (name === 'String' && LINE_SIGNS.has(this.#sign)) stream.lines.push(this.#line(part));
    else if (name === 'String' && parent === 'Matcher') this.#matched(stream, part);
  }

  #line(part: Part): LineFilter {
    return {
      keeps: this.#sign.startsWith('|'),
      pattern: this.#sign.endsWith('~'),
      value: unquote(this.#text.slice(part.start, part.end)).text,
      ...insideQuotes(part),
    };
  }

  #matched(stream: Stream, part: Part): void {
    if (!this.#label) return;
    const label = this.#text.slice(this.#label.start, this.#label.end);
    const operator = operatorOf(this.#text.slice(this.#label.end, part.start).trim());
    const { text: value } = unquote(this.#text.slice(part.start, part.end));
    if (!operator) return;
    const list = this.#selecting ? stream.matchers : stream.filters;
    list.push({ label, operator, value, ...insideQuotes(part) });
  }
}
