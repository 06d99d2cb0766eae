import type { Expression, NumberLiteral } from '../../../../syntax/hcl/index.ts';
import { callFunction } from '../functions/call.ts';
import { failure, locationIn, type Scope } from '../runtime.ts';
import { boolAt, nullAt, numberAt, stringAt, unknownAt, type Value } from '../../../../cloud/index.ts';
import { decimalAt } from '../values/numbers.ts';
import { evaluateObject, evaluateTuple } from './constructors.ts';
import { evaluateFor } from './for.ts';
import { evaluateBinary, evaluateConditional, evaluateUnary } from './operators.ts';
import {
  evaluateIndex,
  evaluateReference,
  evaluateSplat,
  evaluateTraversal,
  SPLAT_ITEM,
  variable,
} from './references.ts';
import { evaluateTemplate } from './template.ts';

/** The value of an expression; never throws, never gives up on more than the expression. */
export function evaluate(expression: Expression, scope: Scope): Value {
  const { runtime } = scope;
  const cut = runtime.enter();
  const value = cut === undefined ? dispatch(expression, scope) : tooMuch(expression, scope, cut);
  runtime.leave();
  return value;
}

function tooMuch(expression: Expression, scope: Scope, reason: string): Value {
  const at = locationIn(scope, expression);
  scope.runtime.report('terraform/too-complex', `Not evaluated: ${reason}.`, at);
  return unknownAt(at, reason);
}

function dispatch(expression: Expression, scope: Scope): Value {
  // The compiler cannot follow that each kind has its own evaluator.
  const evaluator = EVALUATORS[expression.kind] as (expression: Expression, scope: Scope) => Value;
  return evaluator(expression, scope);
}

const EVALUATORS: {
  readonly [K in Expression['kind']]: (
    expression: Extract<Expression, { readonly kind: K }>,
    scope: Scope,
  ) => Value;
} = {
  string: (expression, scope) => stringAt(locationIn(scope, expression), expression.value),
  number: evaluateNumber,
  bool: (expression, scope) => boolAt(locationIn(scope, expression), expression.value),
  null: (expression, scope) => nullAt(locationIn(scope, expression)),
  template: evaluateTemplate,
  wrap: evaluateInner,
  parentheses: evaluateInner,
  reference: evaluateReference,
  traversal: evaluateTraversal,
  index: evaluateIndex,
  splat: evaluateSplat,
  'splat-item': (expression, scope) =>
    variable(scope, SPLAT_ITEM) ?? failure(scope, expression, 'there is no splat here'),
  call: callFunction,
  unary: evaluateUnary,
  binary: evaluateBinary,
  conditional: evaluateConditional,
  tuple: evaluateTuple,
  object: evaluateObject,
  for: evaluateFor,
  // The parser has reported it.
  invalid: (expression, scope) =>
    unknownAt(locationIn(scope, expression), 'the expression could not be parsed', { failure: true }),
};

function evaluateNumber(expression: NumberLiteral, scope: Scope): Value {
  const at = locationIn(scope, expression);
  return decimalAt(at, expression.text) ?? numberAt(at, expression.value);
}

function evaluateInner({ expression }: { readonly expression: Expression }, scope: Scope): Value {
  return scope.runtime.evaluate(expression, scope);
}
