import type { Expression } from '../../../../syntax/hcl/index.ts';
import { callFunction } from '../functions/call.ts';
import { failure, locationIn, type Scope } from '../runtime.ts';
import type { TfValue } from '../value.ts';
import { boolAt, nullAt, numberAt, stringAt, unknownAt } from '../values/make.ts';
import { exactText } from '../values/numbers.ts';
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
export function evaluate(expression: Expression, scope: Scope): TfValue {
  const { runtime } = scope;
  const cut = runtime.enter();
  const value = cut === undefined ? dispatch(expression, scope) : tooMuch(expression, scope, cut);
  runtime.leave();
  return value;
}

function tooMuch(expression: Expression, scope: Scope, reason: string): TfValue {
  const at = locationIn(scope, expression);
  scope.runtime.report('terraform/too-complex', `Not evaluated: ${reason}.`, at);
  return unknownAt(at, reason);
}

function dispatch(expression: Expression, scope: Scope): TfValue {
  if (expression.kind === 'wrap' || expression.kind === 'parentheses') {
    return scope.runtime.evaluate(expression.expression, scope);
  }
  switch (expression.kind) {
    case 'string':
    case 'number':
    case 'bool':
    case 'null':
      return literal(expression, scope);
    case 'template':
      return evaluateTemplate(expression, scope);
    case 'reference':
    case 'traversal':
    case 'index':
    case 'splat':
    case 'splat-item':
      return referring(expression, scope);
    case 'call':
      return callFunction(expression, scope);
    case 'unary':
      return evaluateUnary(expression, scope);
    case 'binary':
      return evaluateBinary(expression, scope);
    case 'conditional':
      return evaluateConditional(expression, scope);
    case 'tuple':
    case 'object':
    case 'for':
      return constructed(expression, scope);
    case 'invalid':
      // The parser has reported it.
      return unknownAt(locationIn(scope, expression), 'the expression could not be parsed', {
        failure: true,
      });
  }
}

function literal(
  expression: Expression & { readonly kind: 'string' | 'number' | 'bool' | 'null' },
  scope: Scope,
): TfValue {
  const at = locationIn(scope, expression);
  if (expression.kind === 'string') return stringAt(at, expression.value);
  if (expression.kind === 'bool') return boolAt(at, expression.value);
  if (expression.kind === 'null') return nullAt(at);
  const exact = exactText(expression.text, expression.value);
  const made = numberAt(at, expression.value);
  return exact === undefined ? made : { ...made, text: exact };
}

function referring(
  expression: Expression & { readonly kind: 'reference' | 'traversal' | 'index' | 'splat' | 'splat-item' },
  scope: Scope,
): TfValue {
  switch (expression.kind) {
    case 'reference':
      return evaluateReference(expression, scope);
    case 'traversal':
      return evaluateTraversal(expression, scope);
    case 'index':
      return evaluateIndex(expression, scope);
    case 'splat':
      return evaluateSplat(expression, scope);
    case 'splat-item':
      return variable(scope, SPLAT_ITEM) ?? failure(scope, expression, 'there is no splat here');
  }
}

function constructed(
  expression: Expression & { readonly kind: 'tuple' | 'object' | 'for' },
  scope: Scope,
): TfValue {
  if (expression.kind === 'tuple') return evaluateTuple(expression, scope);
  return expression.kind === 'object' ? evaluateObject(expression, scope) : evaluateFor(expression, scope);
}
