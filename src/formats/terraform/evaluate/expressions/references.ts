import type { Span } from '../../../../source/index.ts';
import type {
  Expression,
  IndexExpression,
  ReferenceExpression,
  SplatExpression,
  TraversalExpression,
} from '../../../../syntax/hcl/index.ts';
import { failureIn } from '../values/failures.ts';
import { failure, isCaught, locationIn, reported, withFrame, type Resolved, type Scope } from '../runtime.ts';
import { computed, passed, sequenceAt, stringAt, unknownFrom, type Value } from '../../../../cloud/index.ts';
import { isSequence } from '../values/inspect.ts';
import { formatNumber } from '../values/numbers.ts';
import { fromContainer, step } from '../values/step.ts';
import type { TfType } from '../values/types.ts';
import { typeOf } from '../values/unify.ts';

/** No variable of a configuration has this name. */
export const SPLAT_ITEM = '*';

export function variable(scope: Scope, name: string): Value | undefined {
  for (let frame = scope.frame; frame; frame = frame.outer) if (frame.name === name) return frame.value;
  return undefined;
}

/** A name and its steps: the value, with this reference as the first place of its chain. */
export function evaluateReference(reference: ReferenceExpression, scope: Scope): Value {
  const local = variable(scope, reference.root);
  const resolved: Resolved = local ? { value: local, steps: 0 } : scope.module.resolve(reference, scope);
  const value = follow(resolved.value, reference, resolved.steps, scope);
  if (value.kind === 'unknown' && value.at.file === scope.file && value.at.span.start === reference.start) {
    return value;
  }
  const text = scope.file.text.slice(reference.start, reference.end);
  return passed(value, [{ location: locationIn(scope, reference), message: `${text} is used here` }]);
}

export function evaluateTraversal(expression: TraversalExpression, scope: Scope): Value {
  return follow(scope.runtime.evaluate(expression.source, scope), expression, 0, scope);
}

/** Takes steps from a value on; the first one that is not there is what fails. */
function follow(
  value: Value,
  expression: ReferenceExpression | TraversalExpression,
  from: number,
  scope: Scope,
): Value {
  let result = value;
  for (let index = from; index < expression.steps.length; index++) {
    const next = expression.steps[index];
    if (next) result = stepAt(result, next.key, expression, scope);
  }
  return result;
}

function stepAt(value: Value, key: string | number, span: Span, scope: Scope): Value {
  const wasFailure = value.kind === 'unknown' && value.failure;
  const reached = step(value, key, locationIn(scope, span));
  return wasFailure ? reached : reported(scope, span, reached);
}

export function evaluateIndex(expression: IndexExpression, scope: Scope): Value {
  const collection = scope.runtime.evaluate(expression.collection, scope);
  const key = scope.runtime.evaluate(expression.key, scope);
  if (collection.kind === 'unknown' && collection.failure) return collection;
  switch (key.kind) {
    case 'unknown':
      return collection.kind === 'unknown' ? collection : unknownFrom(key);
    case 'string':
      return stepAt(collection, key.value, expression, scope);
    case 'number':
      return stepAt(collection, isSequence(collection) ? key.value : formatNumber(key), expression, scope);
    default:
      return failure(scope, expression.key, `a ${key.kind} cannot be an index`);
  }
}

/** `source[*].x`: of a list each element; of anything else but null a list of one. */
export function evaluateSplat(expression: SplatExpression, scope: Scope): Value {
  const source = scope.runtime.evaluate(expression.source, scope);
  const at = locationIn(scope, expression);
  if (source.kind === 'null') {
    if (isSequenceType(typeOf(source)))
      return failure(scope, expression.source, 'a null list has no elements');
    return sequenceAt(at, 'tuple', []);
  }
  if (source.kind === 'unknown') return splatOfUnknown(expression.each, source, scope);
  const failed = scope.runtime.isUnused ? failureIn(source) : undefined;
  if (failed) return unknownFrom(failed);
  const sources = isSequence(source) ? source.items.map((item) => fromContainer(item, source)) : [source];
  if (sources.length === 0) {
    const wrong = wrongElement(expression.each, source, scope);
    if (wrong) return reported(scope, expression, wrong);
  }
  const items: Value[] = [];
  for (const item of sources) {
    const value = scope.runtime.evaluate(expression.each, withFrame(scope, SPLAT_ITEM, item));
    if (isCaught(value, scope)) return value;
    items.push(value);
  }
  const made = sequenceAt(at, source.kind === 'list' || source.kind === 'set' ? 'list' : 'tuple', items);
  return computed(made, [source]);
}

/** What no element of a type has is wrong where there are no elements, too. */
function wrongElement(each: Expression, source: Value, scope: Scope): Value | undefined {
  const type = typeOf(source);
  if (!('element' in type) || !['string', 'number', 'bool'].includes(type.element.kind)) return undefined;
  const any = stringAt(source.at, '');
  const value = scope.runtime.unused(each, withFrame(scope, SPLAT_ITEM, any));
  return value.kind === 'unknown' && value.failure ? value : undefined;
}

function isSequenceType({ kind }: TfType): boolean {
  return kind === 'list' || kind === 'set' || kind === 'tuple';
}

/** Not how many elements are known, but what all of them are an attribute of. */
function splatOfUnknown(each: Expression, source: Value & { readonly kind: 'unknown' }, scope: Scope): Value {
  if (source.failure) return source;
  const item = scope.runtime.evaluate(each, withFrame(scope, SPLAT_ITEM, source));
  const { reference } = item;
  return unknownFrom(source, { shape: 'list', ...(reference && { reference }) });
}
