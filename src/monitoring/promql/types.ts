import {
  hasPlaceholder,
  type AggregateExpression,
  type BinaryExpression,
  type CallExpression,
  type Expression,
  type Selector,
} from '../../syntax/promql/index.ts';
import { signature, type ValueType } from './functions.ts';
import { labelPattern } from '../routes/label-pattern.ts';
import { isComparison } from './operators.ts';
import { readPattern } from './patterns.ts';

/** What Prometheus refuses in an expression that its grammar allows. */
export interface TypeMistake {
  /** Finishes "The expression …" and has no full stop. */
  readonly message: string;
  /** Offsets in the expression. */
  readonly start: number;
  readonly end: number;
}

/** `any` for what is filled in later. */
type Type = ValueType | 'any';

/**
 * The mistakes of type in an expression, in the order of its text. Prometheus does not load a rule file with one.
 * Source: Prometheus 3.13, promql/parser/parse.go, `checkAST`.
 */
export function typeErrors(expression: Expression): readonly TypeMistake[] {
  const checker = new TypeChecker();
  checker.typeOf(expression);
  return checker.errors.sort((a, b) => a.start - b.start);
}

const SET_OPERATORS: ReadonlySet<string> = new Set(['and', 'or', 'unless']);
/** Aggregations with a parameter in front, and what it is. */
const PARAMETERS: Readonly<Record<string, ValueType>> = {
  topk: 'scalar',
  bottomk: 'scalar',
  quantile: 'scalar',
  limitk: 'scalar',
  limit_ratio: 'scalar',
  count_values: 'text',
};
const NAMES: Readonly<Record<Type, string>> = {
  scalar: 'a number',
  text: 'a text',
  vector: 'series at one instant',
  range: 'series over a range of time',
  any: 'something',
};

class TypeChecker {
  readonly errors: TypeMistake[] = [];

  typeOf(expression: Expression): Type {
    switch (expression.kind) {
      case 'number':
        return 'scalar';
      case 'text':
        return 'text';
      case 'selector':
        return this.#selector(expression.selector);
      case 'range':
        this.typeOf(expression.of);
        return 'range';
      case 'subquery':
        this.#expect(expression.of, 'vector', 'a subquery');
        return 'range';
      case 'signed':
        return this.#signed(expression.of);
      case 'call':
        return this.#call(expression);
      case 'aggregate':
        return this.#aggregate(expression);
      case 'binary':
        return this.#binary(expression);
    }
  }

  #tell(part: { readonly start: number; readonly end: number }, message: string): void {
    this.errors.push({ message, start: part.start, end: part.end });
  }

  #expect(part: Expression, expected: ValueType, where: string): void {
    const type = this.typeOf(part);
    if (type !== expected && type !== 'any')
      this.#tell(part, `gives ${NAMES[type]} to ${where}, which takes ${NAMES[expected]}`);
  }

  #selector(selector: Selector): Type {
    const { metric, matchers } = selector;
    for (const matcher of matchers) {
      const { operator, value, label } = matcher;
      const reading = operator.endsWith('~') && !hasPlaceholder(value) ? readPattern(value) : undefined;
      if (reading?.kind === 'broken')
        this.#tell(matcher, `has a pattern for ${label} that ${reading.message}`);
    }
    if (metric === undefined && matchers.every(matchesEmpty))
      this.#tell(
        selector,
        'selects every series there is; at least one matcher must not match the empty text',
      );
    return metric !== undefined && hasPlaceholder(metric) ? 'any' : 'vector';
  }

  #signed(of: Expression): Type {
    const type = this.typeOf(of);
    if (type === 'text' || type === 'range') this.#tell(of, `has a sign in front of ${NAMES[type]}`);
    return type;
  }

  #call(call: CallExpression): Type {
    const { name, parameters } = call;
    const found = signature(name);
    if (!found) {
      for (const parameter of parameters) this.typeOf(parameter);
      return 'any';
    }
    const most = found.repeated ? Infinity : found.parameters.length;
    const least = found.parameters.length - found.optional;
    if (parameters.length < least || parameters.length > most) {
      const count =
        least === most ? `${least}` : most === Infinity ? `at least ${least}` : `${least} to ${most}`;
      this.#tell(call, `gives ${parameters.length} parameters to ${name}(), which takes ${count}`);
    }
    parameters.forEach((parameter, index) => {
      const expected = found.parameters[index] ?? (found.repeated ? found.parameters.at(-1) : undefined);
      if (expected) this.#expect(parameter, expected, `${name}()`);
    });
    return found.returns;
  }

  #aggregate(aggregate: AggregateExpression): Type {
    const { name, parameters } = aggregate;
    const first = PARAMETERS[name];
    const expected: readonly ValueType[] = first ? [first, 'vector'] : ['vector'];
    if (parameters.length !== expected.length)
      this.#tell(
        aggregate,
        `gives ${parameters.length} parameters to ${name}(), which takes ${expected.length}`,
      );
    else parameters.forEach((part, index) => this.#expect(part, expected[index] ?? 'vector', `${name}()`));
    return 'vector';
  }

  #binary(binary: BinaryExpression): Type {
    const { operator, bool, matching, left, right } = binary;
    const sides = [left, right] as const;
    const types = [this.typeOf(left), this.typeOf(right)] as const;
    types.forEach((type, index) => {
      const side = sides[index];
      if (side && (type === 'text' || type === 'range'))
        this.#tell(
          side,
          `has ${NAMES[type]} beside ${operator}, which takes numbers and series at one instant`,
        );
    });
    if (types.includes('any')) return 'any';
    const scalars = types.filter((type) => type === 'scalar').length;
    const comparison = isComparison(operator);
    if (bool && !comparison) this.#tell(binary, `has bool behind ${operator}, which compares nothing`);
    if (scalars === 2 && comparison && !bool) this.#tell(binary, `compares two numbers without bool`);
    if (SET_OPERATORS.has(operator)) {
      if (scalars > 0) this.#tell(binary, `has a number beside ${operator}, which takes series`);
      if (matching?.many) this.#tell(binary, `groups with ${operator}, which matches many to many anyway`);
    } else if (matching && scalars > 0) this.#tell(binary, `matches labels with a number, which has none`);
    if (matching?.by === 'on') {
      const twice = matching.included.find((label) => matching.labels.includes(label));
      if (twice !== undefined)
        this.#tell(binary, `has the label ${twice} in on() and in the grouping at once`);
    }
    return scalars === 2 ? 'scalar' : 'vector';
  }
}

function matchesEmpty({ operator, value }: Selector['matchers'][number]): boolean {
  if (hasPlaceholder(value)) return false;
  if (operator === '=') return value === '';
  if (operator === '!=') return value !== '';
  const empty = labelPattern(value)?.test('');
  return empty !== undefined && empty === (operator === '=~');
}
