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
  type ValueShape,
} from '../../../../cloud/index.ts';
import { convert } from '../values/convert.ts';
import { describe, equalValues, firstUnknown } from '../values/inspect.ts';
import { toWide, wideAt } from '../values/numbers.ts';
import { ANY, BOOL, NUMBER } from '../values/types.ts';
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
  return computed(
    { ...negative, ...(text !== undefined && { text }), ...(operand.double && { double: true }) },
    [operand],
  );
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
  const problem = `"${operator}" needs a ${kind}, but got ${describe(value)}`;
  return failure(scope, expression, problem, undefined, RESULTS[operator] ?? 'bool');
}

/** What an operator gives, when that is no bool. */
const RESULTS: Readonly<Record<string, ValueShape>> = {
  '+': 'number',
  '-': 'number',
  '*': 'number',
  '/': 'number',
  '%': 'number',
};

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
  const decisive = operator === '||';
  const decides = ({ value }: LogicalOperand): boolean => value.kind === 'bool' && value.value === decisive;
  const left = logicalOperand(
    expression.left,
    operator,
    scope.runtime.evaluate(expression.left, scope),
    scope,
  );
  // The first operand may decide alone, but the second one must be of the right type all the same.
  const second = decides(left)
    ? scope.runtime.unused(expression.right, scope)
    : scope.runtime.evaluate(expression.right, scope);
  const right = logicalOperand(expression.right, operator, second, scope);
  if (left.wrong) return left.value;
  if (right.wrong) return right.value;
  const operands = [left, right];
  const source = operands.find(decides) ?? operands.find(({ value }) => value.kind === 'unknown');
  if (source?.value.kind === 'unknown') return source.value;
  const at = locationIn(scope, expression);
  return computed(
    boolAt(at, source ? decisive : !decisive),
    source ? [source.value] : [left.value, right.value],
  );
}

interface LogicalOperand {
  readonly value: BoolValue | UnknownValue;
  /** It has a value, and that is not of the right type. */
  readonly wrong: boolean;
}

/** Null decides `&&` as false does, and cannot be an operand of `||`. */
function logicalOperand(
  expression: Expression,
  operator: '&&' | '||',
  value: Value,
  scope: Scope,
): LogicalOperand {
  const converted = convert(value, BOOL);
  if (converted.kind === 'bool') return { value: converted, wrong: false };
  if (value.kind === 'unknown') return { value: { ...value, shape: 'bool' }, wrong: false };
  const isNull = converted.kind === 'null';
  if (isNull && operator === '&&') return { value: boolAt(value.at, false), wrong: false };
  const problem = `"${operator}" needs a bool, but got ${describe(value)}`;
  // What comes from a resource has the type that its provider says.
  return {
    value: failure(scope, expression, problem, undefined, 'bool'),
    wrong: !isNull && !value.reference,
  };
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
  const resulting = (operand: UnknownValue): UnknownValue =>
    isComparison(operator) ? unknownFrom(operand, { shape: 'bool' }) : operand;
  if (left.kind === 'unknown') return resulting(left);
  if (right.kind === 'unknown') return resulting(right);
  if (operator === '/' && right.value === 0) {
    return failure(scope, expression, 'a number cannot be divided by zero', undefined, 'number');
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
  if (operator === '%' && leavesAll(left.value, right.value)) return { ...left, at };
  if (isComparison(operator) || isSmall(left, right)) {
    const result = simply(operator, left.value, right.value);
    if (typeof result === 'boolean' && isSmall(left, right)) return boolAt(at, result);
    if (typeof result === 'number' && Number.isSafeInteger(result)) return numberAt(at, result);
  }
  const double = ofDoubles(operator, left, right, at);
  if (double) return double;
  const [a, b] = [toWide(left), toWide(right)];
  if (!a || !b) return undefined;
  if (!isComparison(operator)) {
    const result = wideAt(at, calculateWide(operator, a, b));
    // What is left of a double is as wide as it was.
    if (operator === '%' && left.double) return { ...numberAt(at, result.value), double: true };
    // Zero has the sign that any other result would have.
    const negative = a.mantissa < 0n !== b.mantissa < 0n && (operator === '*' || operator === '/');
    return result.value === 0 && negative ? numberAt(at, -0) : result;
  }
  return boolAt(at, simply(operator, compareWide(a, b), 0) === true);
}

/** Nothing is divided by zero, and zero keeps its sign. */
function leavesAll(left: number, right: number): boolean {
  return right === 0 || (left === 0 && right > 0);
}

/** What is calculated with two doubles is one, too. */
function ofDoubles(
  operator: Comparison | WideOperator,
  left: NumberValue,
  right: NumberValue,
  at: Location,
): NumberValue | undefined {
  if (!left.double || !right.double || operator === '%') return undefined;
  const result = simply(operator, left.value, right.value);
  if (typeof result !== 'number' || !Number.isFinite(result)) return undefined;
  return { ...numberAt(at, result), double: true };
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
  if (condition.failure) {
    // It has a type all the same.
    const branches = [expression.then, expression.otherwise].map((each) => scope.runtime.unused(each, scope));
    return { ...condition, type: unify(branches.map(typeOf)) ?? ANY };
  }
  const then = scope.runtime.evaluate(expression.then, scope);
  const otherwise = scope.runtime.evaluate(expression.otherwise, scope);
  if (equalValues(then, otherwise) === true) return then;
  const shape =
    then.kind === otherwise.kind && then.kind !== 'unknown' && then.kind !== 'null' ? then.kind : undefined;
  return unknownFrom(condition, shape && { shape });
}

/** Both branches have one type, so that the one that is not chosen may convert the other one. */
function ofOneType(value: Value, other: Expression, expression: ConditionalExpression, scope: Scope): Value {
  if (value.kind === 'unknown') return value;
  // Most are like `var.create ? 1 : 0`, where the other branch has its type written in it.
  if (other.kind === value.kind && ['string', 'number', 'bool'].includes(other.kind)) return value;
  const unchosen = scope.runtime.unused(other, scope);
  const type = unify([typeOf(value), typeOf(unchosen)]);
  if (type) return convert(value, type);
  const found = `${describe(value)} and ${describe(unchosen)}`;
  return failure(scope, expression, `both results of a condition must be of one type, but are ${found}`);
}
