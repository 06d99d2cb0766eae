import type { TreeCursor } from '@lezer/common';
import {
  AggregateExpr,
  AggregateModifier,
  AggregateOp,
  BinaryExpr,
  BoolModifier,
  By,
  DurationExpr,
  FillModifier,
  FunctionCall,
  FunctionCallBody,
  FunctionIdentifier,
  GroupingLabels,
  GroupLeft,
  GroupRight,
  Identifier,
  Ignoring,
  LabelMatchers,
  LabelName,
  MatchingModifierClause,
  MatchOp,
  MatrixSelector,
  NumberDurationLiteral,
  NumberDurationLiteralInDurationContext,
  On,
  QuotedLabelName,
  StringLiteral,
  SubqueryExpr,
  UnaryExpr,
  VectorSelector,
} from '@prometheus-io/lezer-promql';
import { durationSeconds, hasPlaceholder, insideQuotes, operatorOf, unquote } from '../query/index.ts';
import type { Matcher, QueryProblem } from '../query/index.ts';
import { isTransparent, mayBeMoved, mayHaveRange } from './grammar.ts';
import { problemAt } from './problem.ts';
import type { Expression, Matching, Query, Selector } from './query.ts';

/**
 * Makes our tree of the parser's, in one walk of its cursor: asking every node for its children costs twice as much.
 * Each method finds the cursor on its node and leaves it there.
 */
export class ExpressionReader {
  readonly #text: string;
  readonly #cursor: TreeCursor;
  readonly #selectors: Selector[] = [];
  readonly #functions = new Set<string>();
  #problem: QueryProblem | undefined;
  /** Counts where the parser found no error: after one it no longer tells what stands where. */
  #misplaced: QueryProblem | undefined;

  constructor(text: string, cursor: TreeCursor) {
    this.#text = text;
    this.#cursor = cursor;
  }

  read(): Query {
    const expression = this.#parts()[0];
    const problem = this.#problem ?? this.#misplaced;
    return {
      selectors: this.#selectors,
      functions: this.#functions,
      ...(problem ? { problem } : expression && { expression }),
    };
  }

  /**
   * Gives the expressions among the children, and shows the other ones to `other`, which says whether it went through
   * them; if not they are still searched for what could not be read.
   */
  #parts(other: (id: number) => boolean = () => false): readonly Expression[] {
    const cursor = this.#cursor;
    const parts: Expression[] = [];
    if (!cursor.firstChild()) {
      if (cursor.type.isTop) this.#problem ??= problemAt(this.#text, cursor.from, cursor.to);
      return parts;
    }
    do {
      if (cursor.type.isError) this.#broken(parts);
      else {
        const part = this.#expression();
        if (part) parts.push(part);
        else if (part === undefined && !other(cursor.type.id)) this.#parts();
      }
    } while (cursor.nextSibling());
    cursor.parent();
    return parts;
  }

  /** What the parser skipped is told, and read as far as it can be. */
  #broken(parts: Expression[]): void {
    this.#problem ??= problemAt(this.#text, this.#cursor.from, this.#cursor.to);
    parts.push(...this.#parts());
  }

  /**
   * The expression at the cursor; `undefined` where it is on a modifier, an operator or a name, and `null` where it has
   * gone through one that lacks a part: going through it again at every level would double the work with each.
   */
  #expression(): Expression | null | undefined {
    const { from: start, to: end } = this.#cursor;
    switch (this.#cursor.type.id) {
      case NumberDurationLiteral:
        return { kind: 'number', start, end };
      case StringLiteral:
        return this.#literal();
      case VectorSelector:
        return { kind: 'selector', selector: this.#selector(), start, end };
      case MatrixSelector:
        return this.#range();
      case SubqueryExpr:
        return this.#around('subquery');
      case UnaryExpr:
        return this.#around('signed');
      case FunctionCall:
        return this.#call();
      case AggregateExpr:
        return this.#aggregate();
      case BinaryExpr:
        return this.#binary();
      default:
        return this.#transparent();
    }
  }

  #literal(): Expression {
    const { from: start, to: end } = this.#cursor;
    const { text, quoted } = unquote(this.#slice());
    if (!quoted) this.#problem ??= problemAt(this.#text, start, end);
    return { kind: 'text', text, start, end };
  }

  #transparent(): Expression | null | undefined {
    const { name } = this.#cursor;
    if (!isTransparent(name)) return undefined;
    if (name === 'OffsetExpr' || name === 'StepInvariantExpr')
      this.#demand(mayBeMoved, `moves what is no selector with ${name === 'OffsetExpr' ? 'offset' : '@'}`);
    return this.#parts()[0] ?? null;
  }

  /** The grammar lets more stand in front of ranges, offsets and `@` than Prometheus does. */
  #demand(allows: (name: string) => boolean, message: string): void {
    const cursor = this.#cursor;
    if (!cursor.firstChild()) return;
    const { from: start, to: end, name } = cursor;
    cursor.parent();
    if (!allows(name)) this.#misplaced ??= { message, start, end, sure: !hasPlaceholder(this.#text) };
  }

  #around(kind: 'subquery' | 'signed'): Expression | null {
    const { from: start, to: end } = this.#cursor;
    const of = this.#parts()[0];
    return of ? { kind, of, start, end } : null;
  }

  #range(): Expression | null {
    const { from: start, to: end } = this.#cursor;
    this.#demand(mayHaveRange, 'asks for a range of what is no selector');
    let seconds: number | undefined;
    const of = this.#parts((id) => {
      if (id !== DurationExpr) return false;
      seconds = this.#duration();
      return true;
    })[0];
    return of ? { kind: 'range', of, seconds, start, end } : null;
  }

  /** Seconds of a duration that is one literal. */
  #duration(): number | undefined {
    let literal: string | undefined;
    let count = 0;
    this.#parts((id) => {
      count++;
      if (id === NumberDurationLiteralInDurationContext) literal = this.#slice();
      return false;
    });
    return count === 1 && literal !== undefined ? durationSeconds(literal) : undefined;
  }

  #call(): Expression {
    const { from: start, to: end } = this.#cursor;
    let name = '';
    let parameters: readonly Expression[] = [];
    this.#parts((id) => {
      if (id === FunctionIdentifier) name = this.#slice();
      if (id !== FunctionCallBody) return false;
      parameters = this.#parts();
      return true;
    });
    this.#functions.add(name.toLowerCase());
    return { kind: 'call', name, parameters, start, end };
  }

  #aggregate(): Expression {
    const { from: start, to: end } = this.#cursor;
    let name = '';
    let grouping: 'by' | 'without' | undefined;
    let labels: readonly string[] = [];
    let parameters: readonly Expression[] = [];
    this.#parts((id) => {
      if (id === AggregateOp) this.#functions.add((name = this.#slice().toLowerCase()));
      else if (id === FunctionCallBody) parameters = this.#parts();
      else if (id === AggregateModifier) [grouping, labels] = this.#grouping();
      return id !== AggregateOp;
    });
    return { kind: 'aggregate', name, grouping, labels, parameters, start, end };
  }

  #grouping(): ['by' | 'without', readonly string[]] {
    let grouping: 'by' | 'without' = 'without';
    let labels: readonly string[] = [];
    this.#parts((id) => {
      if (id === By) grouping = 'by';
      if (id === GroupingLabels) labels = this.#labels();
      return id === GroupingLabels;
    });
    return [grouping, labels];
  }

  #binary(): Expression | null {
    const { from: start, to: end } = this.#cursor;
    let operator = '';
    let bool = false;
    let matching: Matching | undefined;
    const [left, right] = this.#parts((id) => {
      if (id === BoolModifier) bool = true;
      else if (id === MatchingModifierClause) matching = this.#matching();
      else if (id !== FillModifier) operator ||= this.#slice().toLowerCase();
      return id === MatchingModifierClause;
    });
    return left && right ? { kind: 'binary', operator, bool, matching, left, right, start, end } : null;
  }

  #matching(): Matching {
    let by: Matching['by'] = 'on';
    let many: Matching['many'];
    let labels: readonly string[] = [];
    let included: readonly string[] = [];
    this.#parts((id) => {
      if (id === On) by = 'on';
      else if (id === Ignoring) by = 'ignoring';
      else if (id === GroupLeft) many = 'left';
      else if (id === GroupRight) many = 'right';
      else if (id === GroupingLabels && many === undefined) labels = this.#labels();
      else if (id === GroupingLabels) included = this.#labels();
      return id === GroupingLabels;
    });
    return { by, labels, many, included };
  }

  #labels(): readonly string[] {
    const labels: string[] = [];
    this.#parts((id) => {
      if (id === LabelName || id === QuotedLabelName) labels.push(unquote(this.#slice()).text);
      return false;
    });
    return labels;
  }

  #selector(): Selector {
    const { from: start, to: end } = this.#cursor;
    const matchers: Matcher[] = [];
    const selector: Selector & { metric?: string; matchers: Matcher[] } = { matchers, start, end };
    this.#selectors.push(selector);
    this.#parts((id) => {
      if (id === Identifier) selector.metric = this.#slice();
      if (id === LabelMatchers) this.#matchers(selector);
      return id === LabelMatchers;
    });
    return selector;
  }

  #matchers(selector: { metric?: string; readonly matchers: Matcher[] }): void {
    this.#parts((id) => {
      if (id === QuotedLabelName) selector.metric ??= unquote(this.#slice()).text;
      else this.#matcher(selector);
      return id !== QuotedLabelName;
    });
  }

  #matcher(selector: { metric?: string; readonly matchers: Matcher[] }): void {
    let label: string | undefined;
    let operator: Matcher['operator'] | undefined;
    const value = this.#parts((id) => {
      if (id === LabelName || id === QuotedLabelName) label = unquote(this.#slice()).text;
      else if (id === MatchOp) operator = operatorOf(this.#slice());
      return false;
    })[0];
    if (label === undefined || operator === undefined || value?.kind !== 'text') return;
    if (label === '__name__' && operator === '=') selector.metric ??= value.text;
    else selector.matchers.push({ label, operator, value: value.text, ...insideQuotes(value) });
  }

  #slice(): string {
    return this.#text.slice(this.#cursor.from, this.#cursor.to);
  }
}
