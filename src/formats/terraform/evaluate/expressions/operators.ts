import type { Location } from '../../../../source/index.ts';
import type {
  BinaryExpression,
  BinaryOperator,
  ConditionalExpression,
  UnaryExpression,
} from '../../../../syntax/hcl/index.ts';
import type { Expression } from '../../../../syntax/hcl/index.ts';
import { failure, locationIn, type Scope } from '../runtime.ts';
import {
  boolAt,
  type BoolValue,
  computed,
  numberAt,
  type NumberValue,
  passed,
  unknownAt,
  unknownFrom,
  type UnknownValue,
  type Value,
} from '../../../../cloud/index.ts';
import { convert } from '../values/convert.ts';
import { describe, equalValues, firstUnknown } from '../values/inspect.ts';
import { toWide, wideAt } from '../values/numbers.ts';
import { BOOL, NUMBER } from '../values/types.ts';
import { typeOf, unify } from '../values/unify.ts';
import { calculateWide, compareWide, type WideOperator } from '../values/wide.ts';

export function evaluateUnary(expression: UnaryExpression, scope: Scope): Value {
  const at = locationIn(scope, expression);
  const { operator } = expression;
  if (operator === '!') {
    const operand = operandOf(expression.operand, scope, 'bool', operator);
    return operand.kind === 'unknown' ? operand : computed(boolAt(at, !operand.value), [operand]);
  }
  const operand = operandOf(expression.operand, scope, 'number', operator);
  if (operand.kind === 'unknown') return operand;
  const negative = numberAt(at, -operand.value);
  const text = operand.text?.replace(/^-?/, (sign) => (sign === '' ? '-' : ''));
  return computed(text === undefined ? negative : { ...negative, text }, [operand]);
}

function operandOf(
  expression: Expression,
  scope: Scope,
  kind: 'bool',
  operator: string,
): BoolValue | UnknownValue;
function operandOf(
  expression: Expression,
  scope: Scope,
  kind: 'number',
  operator: string,
): NumberValue | UnknownValue;
function operandOf(
  expression: Expression,
  scope: Scope,
  kind: 'bool' | 'number',
  operator: string,
): BoolValue | NumberValue | UnknownValue {
  const value = scope.runtime.evaluate(expression, scope);
  const converted = convert(value, kind === 'bool' ? BOOL : NUMBER);
  if (converted.kind === 'unknown' && value.kind === 'unknown') return unknownFrom(value, { shape: kind });
  if (converted.kind === 'bool' || converted.kind === 'number') return converted;
  return failure(scope, expression, `"${operator}" needs a ${kind}, but got ${describe(value)}`);
}

export function evaluateBinary(expression: BinaryExpression, scope: Scope): Value {
  switch (expression.operator) {
    case '&&':
    case '||':
      return logical(expression, expression.operator, scope);
    case '==':
    case '!=':
      return equality(expression, scope);
    default:
      return arithmetic(expression, expression.operator, scope);
  }
}

function logical(expression: BinaryExpression, operator: '&&' | '||', scope: Scope): Value {
  const at = locationIn(scope, expression);
  const decisive = operator === '||';
  const left = operandOf(expression.left, scope, 'bool', operator);
  if (left.kind === 'bool' && left.value === decisive) return computed(boolAt(at, decisive), [left]);
  const right = operandOf(expression.right, scope, 'bool', operator);
  if (right.kind === 'bool' && right.value === decisive) return computed(boolAt(at, decisive), [right]);
  if (left.kind === 'unknown') return left;
  if (right.kind === 'unknown') return right;
  return computed(boolAt(at, !decisive), [left, right]);
}

function equality(expression: BinaryExpression, scope: Scope): Value {
  const at = locationIn(scope, expression);
  const left = scope.runtime.evaluate(expression.left, scope);
  const right = scope.runtime.evaluate(expression.right, scope);
  const equal = equalValues(left, right);
  if (equal !== undefined) {
    return computed(boolAt(at, equal === (expression.operator === '==')), [left, right]);
  }
  const cause = firstUnknown(left) ?? firstUnknown(right);
  return cause ? unknownFrom(cause, { shape: 'bool' }) : unknownAt(at, 'the values are too large to compare');
}

function arithmetic(
  expression: BinaryExpression,
  operator: Exclude<BinaryOperator, '&&' | '||' | '==' | '!='>,
  scope: Scope,
): Value {
  const at = locationIn(scope, expression);
  const left = operandOf(expression.left, scope, 'number', operator);
  const right = operandOf(expression.right, scope, 'number', operator);
  if (left.kind === 'unknown') return left;
  if (right.kind === 'unknown') return right;
  if (operator === '/' && right.value === 0) {
    return failure(scope, expression, 'a number cannot be divided by zero');
  }
  const result = calculate(operator, left, right, at);
  return result
    ? computed<Value>(result, [left, right])
    : failure(scope, expression, 'a number is too large to calculate with');
}

/** Whole numbers that doubles hold need no wider ones; undefined where even those cannot hold what is written. */
function calculate(
  operator: Comparison | WideOperator,
  left: NumberValue,
  right: NumberValue,
  at: Location,
): Value | undefined {
  if (operator === '%' && right.value === 0) return { ...left, at };
  if (isComparison(operator) || isSmall(left, right)) {
    const result = simply(operator, left.value, right.value);
    if (typeof result === 'boolean' && isSmall(left, right)) return boolAt(at, result);
    if (typeof result === 'number' && Number.isSafeInteger(result)) return numberAt(at, result);
  }
  const [a, b] = [toWide(left), toWide(right)];
  if (!a || !b) return undefined;
  if (!isComparison(operator)) {
    const result = wideAt(at, calculateWide(operator, a, b));
    // Zero has the sign that any other result would have.
    const negative = a.mantissa < 0n !== b.mantissa < 0n && (operator === '*' || operator === '/');
    return result.value === 0 && negative ? numberAt(at, -0) : result;
  }
  return boolAt(at, simply(operator, compareWide(a, b), 0) === true);
}

type Comparison = '<' | '>' | '<=' | '>=';

function isComparison(operator: Comparison | WideOperator): operator is Comparison {
  return operator.startsWith('<') || operator.startsWith('>');
}

function isSmall(left: NumberValue, right: NumberValue): boolean {
  return Number.isSafeInteger(left.value) && Number.isSafeInteger(right.value);
}

function simply(operator: Comparison | WideOperator, left: number, right: number): number | boolean {
  switch (operator) {
    case '<':
      return left < right;
    case '>':
      return left > right;
    case '<=':
      return left <= right;
    case '>=':
      return left >= right;
    case '+':
      return left + right;
    case '-':
      return left - right;
    case '*':
      return left * right;
    case '/':
      return left / right;
    case '%':
      return left % right || 0;
  }
}

/** The chosen branch, having passed the condition; of an unknown condition what both branches agree on. */
export function evaluateConditional(expression: ConditionalExpression, scope: Scope): Value {
  const condition = operandOf(expression.condition, scope, 'bool', '?');
  if (condition.kind === 'bool') {
    const [chosen, other] = condition.value
      ? [expression.then, expression.otherwise]
      : [expression.otherwise, expression.then];
    const value = ofOneType(scope.runtime.evaluate(chosen, scope), other, expression, scope);
    const location = locationIn(scope, expression.condition);
    const message = `This condition is ${String(condition.value)}`;
    return passed(value, [{ location, message }]);
  }
  if (condition.failure) return condition;
  const then = scope.runtime.evaluate(expression.then, scope);
  const otherwise = scope.runtime.evaluate(expression.otherwise, scope);
  if (equalValues(then, otherwise) === true) return then;
  const shape =
    then.kind === otherwise.kind && then.kind !== 'unknown' && then.kind !== 'null' ? then.kind : undefined;
  return unknownFrom(condition, shape && { shape });
}

/** Both branches have one type, so that the one that is not chosen may convert the other one. */
function ofOneType(value: Value, other: Expression, expression: ConditionalExpression, scope: Scope): Value {
  const { runtime } = scope;
  if (value.kind === 'unknown' || value.kind === 'null') return value;
  runtime.trying++;
  const unchosen = runtime.evaluate(other, scope);
  runtime.trying--;
  const type = unify([typeOf(value), typeOf(unchosen)]);
  if (type) return convert(value, type);
  const found = `${describe(value)} and ${describe(unchosen)}`;
  return failure(scope, expression, `both results of a condition must be of one type, but are ${found}`);
}
