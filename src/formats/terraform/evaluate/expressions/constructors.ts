import type { ObjectExpression, TupleExpression } from '../../../../syntax/hcl/index.ts';
import { failure, isCaught, locationIn, type Scope } from '../runtime.ts';
import {
  mappingAt,
  sequenceAt,
  unknownFrom,
  type UnknownValue,
  type Value,
} from '../../../../cloud/index.ts';
import { convert } from '../values/convert.ts';
import { STRING } from '../values/types.ts';

export function evaluateTuple(expression: TupleExpression, scope: Scope): Value {
  const items: Value[] = [];
  for (const item of expression.items) {
    const value = scope.runtime.evaluate(item, scope);
    if (isCaught(value, scope)) return value;
    items.push(value);
  }
  return sequenceAt(locationIn(scope, expression), 'tuple', items);
}

/** An object whose keys are not all known is unknown as a whole. */
export function evaluateObject(expression: ObjectExpression, scope: Scope): Value {
  const entries = new Map<string, Value>();
  let unknownKey: UnknownValue | undefined;
  for (const item of expression.items) {
    const key = item.name ?? keyOf(scope.runtime.evaluate(item.key, scope));
    const value = scope.runtime.evaluate(item.value, scope);
    if (isCaught(value, scope)) return value;
    if (typeof key === 'string') entries.set(key, value);
    else if (key === undefined) return failure(scope, item.key, 'the key of an object must be a string');
    else unknownKey ??= key;
  }
  if (unknownKey) return unknownFrom(unknownKey, { shape: 'object' });
  return mappingAt(locationIn(scope, expression), 'object', entries);
}

/** A key's text; undefined for what cannot be one. */
export function keyOf(value: Value): string | UnknownValue | undefined {
  const text = convert(value, STRING);
  if (text.kind === 'string') return text.value;
  return value.kind === 'unknown' ? value : undefined;
}
