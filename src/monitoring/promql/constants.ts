import type { Expression } from '../../syntax/promql/index.ts';

/** A number that an expression says, `0.01`, `14.4 * 0.001`, `(1 - 0.999) * 6`. */
export interface Constant {
  readonly value: number;
  /** Of a product of a number and a part of one: how many times that. */
  readonly burnRate: number | null;
  /** The part of one. */
  readonly budget: number | null;
}

/** Deeper than what people write. */
const MAX_DEPTH = 8;

/** The number that an expression is; undefined where it reads series, or something fills it in. */
export function constantOf(expression: Expression, text: string, depth = 0): Constant | undefined {
  if (expression.kind === 'number') {
    const value = Number(text.slice(expression.start, expression.end));
    return Number.isFinite(value) ? { value, burnRate: null, budget: null } : undefined;
  }
  if (expression.kind !== 'binary' || depth > MAX_DEPTH) return undefined;
  const left = constantOf(expression.left, text, depth + 1);
  const right = left && constantOf(expression.right, text, depth + 1);
  if (!left || !right) return undefined;
  const value = calculated(expression.operator, left.value, right.value);
  if (value === undefined || !Number.isFinite(value)) return undefined;
  const [budget, rate] = [left.value, right.value].toSorted((a, b) => a - b);
  const burns =
    expression.operator === '*' && budget !== undefined && rate !== undefined && budget > 0 && budget < 1;
  return { value, ...(burns && rate >= 1 ? { burnRate: rate, budget } : { burnRate: null, budget: null }) };
}

function calculated(operator: string, left: number, right: number): number | undefined {
  switch (operator) {
    case '+':
      return left + right;
    case '-':
      return Number((left - right).toPrecision(12));
    case '*':
      return left * right;
    case '/':
      return left / right;
    default:
      return undefined;
  }
}
