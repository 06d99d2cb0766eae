import type { CallExpression } from '../../../../syntax/hcl/index.ts';
import { failure, locationIn, type Scope } from '../runtime.ts';
import { unknownAt, unknownFrom, type UnknownValue, type Value } from '../../../../cloud/index.ts';
import { failureIn } from '../values/failures.ts';
import { isSequence } from '../values/inspect.ts';
import { fromContainer } from '../values/step.ts';
import { evaluateCan, evaluateTry } from './attempts.ts';
import { type FunctionSpec, FunctionProblem, NeedsUnknown } from './define.ts';
import { functionNamed, IMPURE } from './table.ts';

/** The value of a function call. */
export function callFunction(call: CallExpression, scope: Scope): Value {
  const name = call.name.startsWith('core::') ? call.name.slice('core::'.length) : call.name;
  if (name === 'try') return evaluateTry(call, scope);
  if (name === 'can') return evaluateCan(call, scope);
  const spec = functionNamed(name);
  if (!spec) return withoutSpec(call, name, scope);
  const args = argumentsOf(call, scope);
  if (!Array.isArray(args)) return args;
  if (args.length < spec.min || args.length > spec.max) {
    return failure(
      scope,
      call,
      `${name}() is given ${String(args.length)} arguments, but takes ${arity(spec)}`,
    );
  }
  for (const arg of args) {
    if (arg.kind === 'unknown' && (arg.failure || !spec.takesUnknown)) return unknownFrom(arg);
    // Where only the type counts, a call with a mistake in it is of any type.
    const failed = scope.runtime.isUnused ? failureIn(arg) : undefined;
    if (failed) return unknownFrom(failed);
  }
  return run(spec, args, call, name, scope);
}

function run(
  spec: FunctionSpec,
  args: readonly Value[],
  call: CallExpression,
  name: string,
  scope: Scope,
): Value {
  try {
    return spec.run(args, { name, at: locationIn(scope, call), scope });
  } catch (problem) {
    if (problem instanceof NeedsUnknown) return unknownFrom(problem.unknown);
    if (problem instanceof FunctionProblem) {
      if (!problem.quiet) return failure(scope, call, `${name}(): ${problem.message}`);
      return unknownAt(locationIn(scope, call), problem.message, { failure: true });
    }
    // Strings and arrays that grow past what the engine can hold.
    if (problem instanceof RangeError) return unknownAt(locationIn(scope, call), `${name}() gives too much`);
    throw problem;
  }
}

function withoutSpec(call: CallExpression, name: string, scope: Scope): Value {
  const at = locationIn(scope, call);
  const impure = IMPURE.get(name);
  if (impure !== undefined) return unknownAt(at, `${name}() ${impure}`);
  if (name.includes('::')) return unknownAt(at, `${name}() is a provider's own function`);
  return failure(scope, call.nameSpan, `there is no function "${name}"`, 'terraform/undeclared');
}

/** The evaluated arguments, the last one spread where `...` says so; unknown when that one is. */
function argumentsOf(call: CallExpression, scope: Scope): Value[] | UnknownValue {
  const args: Value[] = [];
  for (const argument of call.arguments) args.push(scope.runtime.evaluate(argument, scope));
  if (!call.expandFinal) return args;
  const last = args.pop();
  if (!last) return args;
  if (last.kind === 'unknown') return unknownFrom(last);
  if (!isSequence(last)) return failure(scope, call, '"..." can only be put after a list');
  for (const item of last.items) args.push(fromContainer(item, last));
  return args;
}

function arity(spec: FunctionSpec): string {
  if (spec.max === Infinity) return `at least ${String(spec.min)}`;
  return spec.min === spec.max ? String(spec.min) : `${String(spec.min)} to ${String(spec.max)}`;
}
