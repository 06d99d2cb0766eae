import type { AlertLimitFacts } from '../../model/index.ts';
import type { BinaryExpression, Expression } from '../../syntax/promql/index.ts';
import { constantOf, type Constant } from './constants.ts';
import { isComparison } from './operators.ts';
import { quantityOf, type Reading } from './quantity.ts';

/**
 * From where on an alert fires: the least share of failures, or the least time, that makes its expression true.
 * `null` where it asks whether something is there at all; `undefined` where that cannot be told.
 */
export type Limit = AlertLimitFacts | null | undefined;

/** What an expression with comparisons fires at. */
export function limitOf(expression: Expression, reading: Reading): Limit {
  switch (expression.kind) {
    case 'aggregate': {
      const of = expression.parameters.at(-1);
      return of && limitOf(of, reading);
    }
    case 'call': {
      const [first] = expression.parameters;
      if (expression.name.startsWith('absent')) return null;
      return expression.name === 'label_replace' && first ? limitOf(first, reading) : undefined;
    }
    case 'binary':
      return ofBinary(expression, reading);
    default:
      return undefined;
  }
}

function ofBinary(expression: BinaryExpression, reading: Reading): Limit {
  const { operator, bool, left, right } = expression;
  if (operator === 'unless') return limitOf(left, reading);
  if (operator === 'and') return both(limitOf(left, reading), limitOf(right, reading));
  if (operator === 'or') return one(limitOf(left, reading), limitOf(right, reading));
  if (!isComparison(operator) || bool) return undefined;
  const limit = constantOf(right, reading.text);
  if (limit) return comparedLimit(left, operator, limit, reading);
  const first = constantOf(left, reading.text);
  return first && comparedLimit(right, TURNED[operator] ?? operator, first, reading);
}

const TURNED: Readonly<Record<string, string>> = { '>': '<', '<': '>', '>=': '<=', '<=': '>=' };

/** Both must hold: the stricter decides, and what is not known makes it stricter only. */
function both(left: Limit, right: Limit): Limit {
  if (left === undefined || right === undefined) return left ?? right;
  if (left === null || right === null) return null;
  if (left.of !== right.of) return undefined;
  return left.value >= right.value ? left : right;
}

/** One is enough: the more tolerant decides. */
function one(left: Limit, right: Limit): Limit {
  if (left === undefined || right === undefined) return undefined;
  if (left === null || right === null) return left ?? right;
  if (left.of !== right.of) return undefined;
  return left.value <= right.value ? left : right;
}

/** What a quantity that is held against a number fires at. */
export function comparedLimit(
  expression: Expression,
  operator: string,
  limit: Constant,
  reading: Reading,
): Limit {
  const quantity = quantityOf(expression, reading);
  if (quantity === undefined) return undefined;
  if (quantity.of === 'presence') return null;
  const value = limit.value / quantity.scale;
  const above = operator.startsWith('>');
  if (!above && !operator.startsWith('<')) return undefined;
  if (quantity.of === 'seconds')
    return above ? { of: 'seconds', value, burnRate: null, budget: null, possible: true } : undefined;
  // What must not fall below a share is what goes well.
  const failures = above ? value : 1 - value;
  const { burnRate, budget } = above && quantity.scale === 1 ? limit : NOT_SAID;
  return {
    of: 'failures',
    value: Number(failures.toPrecision(9)),
    burnRate,
    budget,
    possible: !quantity.whole || failures < 1,
  };
}

const NOT_SAID = { burnRate: null, budget: null };
