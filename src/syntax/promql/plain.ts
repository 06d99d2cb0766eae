import { durationSeconds, operatorOf, unquote, type Matcher } from '../query/index.ts';
import { AGGREGATIONS, FUNCTIONS, isKeyword, precedenceOf, TOKENS, type Token } from './plain-words.ts';
import type { Expression, Matching, Query, Selector } from './query.ts';

/** Longer expressions, and deeper ones, are left to the parser, which has limits of its own. */
const MAX_LENGTH = 2_000;
const MAX_DEPTH = 50;

/**
 * Reads what nearly all alerts are written in: selectors, plain ranges, calls, aggregations and operators. Whatever
 * else there is, a mistake above all, is for the parser: then this gives nothing.
 */
export function readPlain(text: string): Query | undefined {
  return text.length > MAX_LENGTH ? undefined : new PlainReader(text).read();
}

/** Each method begins where the last one ended, and gives nothing where the expression is not plain. */
class PlainReader {
  readonly #text: string;
  readonly #selectors: Selector[] = [];
  readonly #functions = new Set<string>();
  #at = 0;
  /** Where the last token ended: spaces behind it belong to nothing. */
  #end = 0;
  #depth = 0;

  constructor(text: string) {
    this.#text = text;
  }

  read(): Query | undefined {
    const expression = this.#operation(1);
    if (!expression || this.#at < this.#text.length) return undefined;
    return { selectors: this.#selectors, functions: this.#functions, expression };
  }

  /** Operators that bind at least so strongly, with what stands at both sides. */
  #operation(weakest: number): Expression | undefined {
    this.#skip();
    const start = this.#at;
    // Behind an operator the parser takes a range for one of both sides.
    let left = this.#operand(weakest === 1);
    while (left) {
      const operator = this.#peek('operator');
      const precedence = operator === undefined ? 0 : precedenceOf(operator);
      if (operator === undefined || precedence < weakest) return left;
      this.#take('operator');
      const bool = this.#word('bool');
      const matching = this.#matching();
      if (matching === null) return undefined;
      const right = this.#operation(precedence + 1);
      if (!right) return undefined;
      left = { kind: 'binary', operator, bool, matching, left, right, start, end: this.#end };
    }
    return undefined;
  }

  #operand(mayHaveRange: boolean): Expression | undefined {
    const start = this.#at;
    if (this.#sign('(')) return this.#inside(() => this.#operation(1), ')');
    if (this.#take('number') !== undefined) return { kind: 'number', start, end: this.#end };
    const literal = this.#take('text');
    if (literal !== undefined) return { kind: 'text', text: unquote(literal).text, start, end: this.#end };
    const name = this.#take('name');
    if (name === undefined)
      return this.#peek('open') === '{' ? this.#series(start, undefined, mayHaveRange) : undefined;
    if (AGGREGATIONS.has(name)) return this.#aggregate(name, start);
    if (FUNCTIONS.has(name)) return this.#call(name, start);
    if (isKeyword(name) || this.#peek('open') === '(') return undefined;
    return this.#series(start, name, mayHaveRange);
  }

  /** What stands in brackets, the first of which is read. */
  #inside<T>(read: () => T | undefined, close: string): T | undefined {
    if (++this.#depth > MAX_DEPTH) return undefined;
    const inner = read();
    this.#depth--;
    return inner !== undefined && this.#sign(close) ? inner : undefined;
  }

  #list<T>(read: () => T | undefined, close: string): readonly T[] | undefined {
    const items: T[] = [];
    if (this.#sign(close)) return items;
    const rest = (): readonly T[] | undefined => {
      do {
        const item = read();
        if (item === undefined) return undefined;
        items.push(item);
      } while (this.#sign(','));
      return items;
    };
    return this.#inside(rest, close);
  }

  #parameters(): readonly Expression[] | undefined {
    return this.#sign('(') ? this.#list(() => this.#operation(1), ')') : undefined;
  }

  #call(name: string, start: number): Expression | undefined {
    const parameters = this.#parameters();
    if (!parameters) return undefined;
    this.#functions.add(name);
    return { kind: 'call', name, parameters, start, end: this.#end };
  }

  #aggregate(name: string, start: number): Expression | undefined {
    this.#functions.add(name);
    let grouping = this.#grouping();
    const before = grouping && this.#labels();
    if (grouping && !before) return undefined;
    const parameters = this.#parameters();
    if (!parameters || parameters.length === 0) return undefined;
    grouping ??= this.#grouping();
    const labels = before ?? (grouping ? this.#labels() : []);
    return labels && { kind: 'aggregate', name, grouping, labels, parameters, start, end: this.#end };
  }

  #grouping(): 'by' | 'without' | undefined {
    if (this.#word('by')) return 'by';
    return this.#word('without') ? 'without' : undefined;
  }

  #labels(): readonly string[] | undefined {
    return this.#sign('(') ? this.#list(() => this.#label(), ')') : undefined;
  }

  #label(): string | undefined {
    const name = this.#take('name');
    return name === undefined || name.includes(':') || isKeyword(name) ? undefined : name;
  }

  /** `null` where it is not plain. */
  #matching(): Matching | undefined | null {
    const by = this.#word('on') ? 'on' : this.#word('ignoring') ? 'ignoring' : undefined;
    if (by === undefined) return undefined;
    const labels = this.#labels();
    if (!labels) return null;
    const many = this.#word('group_left') ? 'left' : this.#word('group_right') ? 'right' : undefined;
    const included = many !== undefined && this.#peek('open') === '(' ? this.#labels() : [];
    return included ? { by, labels, many, included } : null;
  }

  #series(start: number, metric: string | undefined, mayHaveRange: boolean): Expression | undefined {
    const selector = this.#selector(start, metric);
    if (!selector) return undefined;
    const of: Expression = { kind: 'selector', selector, start, end: selector.end };
    const range = this.#take('range');
    if (range === undefined) return of;
    const seconds = durationSeconds(range.slice(1, -1));
    if (seconds === undefined || !mayHaveRange) return undefined;
    return { kind: 'range', of, seconds, start, end: this.#end };
  }

  #selector(start: number, metric: string | undefined): Selector | undefined {
    const matchers: Matcher[] = [];
    const selector: { metric?: string; matchers: Matcher[]; start: number; end: number } = {
      ...(metric !== undefined && { metric }),
      matchers,
      start,
      end: start,
    };
    this.#selectors.push(selector);
    if (this.#sign('{') && !this.#list(() => this.#matcher(selector), '}')) return undefined;
    selector.end = this.#end;
    return selector;
  }

  #matcher(selector: { metric?: string; readonly matchers: Matcher[] }): true | undefined {
    const label = this.#label();
    const operator = operatorOf(this.#take('match') ?? '');
    const start = this.#at + 1;
    const literal = this.#take('text');
    if (label === undefined || operator === undefined || literal === undefined) return undefined;
    const value = unquote(literal).text;
    if (label === '__name__' && operator === '=') selector.metric ??= value;
    else selector.matchers.push({ label, operator, value, start, end: this.#end - 1 });
    return true;
  }

  /** The token of that kind that begins here. */
  #peek(token: Token): string | undefined {
    const pattern = TOKENS[token];
    pattern.lastIndex = this.#at;
    return pattern.exec(this.#text)?.[0];
  }

  #take(token: Token): string | undefined {
    const text = this.#peek(token);
    if (text !== undefined) this.#pass(text);
    return text;
  }

  #sign(sign: string): boolean {
    if (!this.#text.startsWith(sign, this.#at)) return false;
    this.#pass(sign);
    return true;
  }

  #word(word: string): boolean {
    if (!this.#text.startsWith(word, this.#at) || this.#peek('name') !== word) return false;
    this.#pass(word);
    return true;
  }

  #pass(text: string): void {
    this.#end = this.#at + text.length;
    this.#at = this.#end;
    this.#skip();
  }

  #skip(): void {
    while (/\s/.test(this.#text.charAt(this.#at))) this.#at++;
  }
}
