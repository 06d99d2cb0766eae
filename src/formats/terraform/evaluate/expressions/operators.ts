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
import { rounded } from '../values/numbers.ts';
import { BOOL, NUMBER } from '../values/types.ts';

export function evaluateUnary(expression: UnaryExpression, scope: Scope): Value {
  const at = locationIn(scope, expression);
  const { operator } = expression;
  if (operator === '!') {
    const operand = operandOf(expression.operand, scope, 'bool', operator);
    return operand.kind === 'unknown' ? operand : computed(boolAt(at, !operand.value), [operand]);
  }
  const operand = operandOf(expression.operand, scope, 'number', operator);
  return operand.kind === 'unknown' ? operand : computed(numberAt(at, -operand.value), [operand]);
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
  if ((operator === '/' || operator === '%') && right.value === 0) {
    return failure(scope, expression, 'a number cannot be divided by zero');
  }
  const result = calculate(operator, left.value, right.value);
  const made = typeof result === 'boolean' ? boolAt(at, result) : numberAt(at, rounded(result));
  return computed<Value>(made, [left, right]);
}

function calculate(
  operator: Exclude<BinaryOperator, '&&' | '||' | '==' | '!='>,
  left: number,
  right: number,
): number | boolean {
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
      return left % right;
  }
}

/** The chosen branch, having passed the condition; of an unknown condition what both branches agree on. */
export function evaluateConditional(expression: ConditionalExpression, scope: Scope): Value {
  const condition = operandOf(expression.condition, scope, 'bool', '?');
  if (condition.kind === 'bool') {
    const chosen = condition.value ? expression.then : expression.otherwise;
    const value = scope.runtime.evaluate(chosen, scope);
    const location = locationIn(scope, expression.condition);
    const message = `This condition is ${String(condition.value)}`;
    return passed(unifiedWith(value, condition.value ? expression.otherwise : expression.then), [
      { location, message },
    ]);
  }
  if (condition.failure) return condition;
  const then = scope.runtime.evaluate(expression.then, scope);
  const otherwise = scope.runtime.evaluate(expression.otherwise, scope);
  if (equalValues(then, otherwise) === true) return then;
  const shape =
    then.kind === otherwise.kind && then.kind !== 'unknown' && then.kind !== 'null' ? then.kind : undefined;
  return unknownFrom(condition, shape && { shape });
}

/** Both branches have one type: where the other one is a string in plain sight, a number becomes a string. */
function unifiedWith(value: Value, other: Expression): Value {
  const text = other.kind === 'string' || other.kind === 'template';
  return text && (value.kind === 'number' || value.kind === 'bool')
    ? convert(value, { kind: 'string' })
    : value;
}
