import type { CallExpression, Expression } from '../../../../syntax/hcl/index.ts';
import { failure, locationIn, type Scope } from '../runtime.ts';
import { boolAt, unknownFrom, type Value } from '../../../../cloud/index.ts';
import { failureIn } from '../values/failures.ts';

/** `try(a, b, …)`: the first argument that does not fail. */
export function evaluateTry(call: CallExpression, scope: Scope): Value {
  for (const [index, argument] of call.arguments.entries()) {
    const value = attempt(argument, scope);
    if (!failureIn(value)) return value;
    if (index === call.arguments.length - 1) {
      return failure(scope, call, `no argument of try() can be evaluated`);
    }
  }
  return failure(scope, call, 'try() needs an argument');
}

/** `can(a)`: does it not fail? */
export function evaluateCan(call: CallExpression, scope: Scope): Value {
  const [argument] = call.arguments;
  if (!argument || call.arguments.length > 1) return failure(scope, call, 'can() needs one argument');
  const value = attempt(argument, scope);
  const failed = failureIn(value);
  if (!failed && value.kind === 'unknown') return unknownFrom(value, { shape: 'bool' });
  return boolAt(locationIn(scope, call), !failed);
}

function attempt(argument: Expression, scope: Scope): Value {
  scope.runtime.trying++;
  const value = scope.runtime.evaluate(argument, scope);
  scope.runtime.trying--;
  return value;
}
