import type { ForExpression } from '../../../../syntax/hcl/index.ts';
import { failure, isCaught, locationIn, withFrame, type Scope } from '../runtime.ts';
import {
  computed,
  mappingAt,
  numberAt,
  sequenceAt,
  stringAt,
  unknownAt,
  unknownFrom,
  type UnknownValue,
  type Value,
  type ValueShape,
} from '../../../../cloud/index.ts';
import { convert } from '../values/convert.ts';
import { describe, isMapping, isSequence, sortedEntries } from '../values/inspect.ts';
import { fromContainer } from '../values/step.ts';
import { BOOL } from '../values/types.ts';
import { typeOf } from '../values/unify.ts';
import { keyOf } from './constructors.ts';

export interface Element {
  readonly key: Value;
  readonly value: Value;
}

/** What a `for`, a dynamic block or a template's `for` goes through; undefined when it cannot be gone through. */
export function elementsOf(collection: Value): readonly Element[] | undefined {
  if (isSequence(collection)) {
    return collection.items.map((item, index) => {
      const value = fromContainer(item, collection);
      return { key: collection.kind === 'set' ? value : numberAt(collection.at, index), value };
    });
  }
  if (!isMapping(collection)) return undefined;
  return sortedEntries(collection).map(([name, item]) => {
    const value = fromContainer(item, collection);
    return { key: stringAt(value.at, name), value };
  });
}

export function elementScope(
  scope: Scope,
  names: { readonly keyVariable: string | undefined; readonly valueVariable: string },
  element: Element,
): Scope {
  const outer = names.keyVariable === undefined ? scope : withFrame(scope, names.keyVariable, element.key);
  return withFrame(outer, names.valueVariable, element.value);
}

export function evaluateFor(expression: ForExpression, scope: Scope): Value {
  const collection = scope.runtime.evaluate(expression.collection, scope);
  if (collection.kind === 'unknown') {
    return unknownFrom(collection, { shape: expression.key ? 'object' : 'tuple' });
  }
  const elements = elementsOf(collection);
  if (!elements)
    return failure(scope, expression.collection, `"for" cannot go through ${describe(collection)}`);
  if (elements.length === 0) {
    const wrong = wrongCondition(expression, collection, scope);
    if (wrong) return wrong;
  }
  return expression.key
    ? forObject(expression, expression.key, elements, collection, scope)
    : forTuple(expression, elements, collection, scope);
}

function forTuple(
  expression: ForExpression,
  elements: readonly Element[],
  collection: Value,
  scope: Scope,
): Value {
  const items: Value[] = [];
  for (const element of elements) {
    const inner = elementScope(scope, expression, element);
    if (scope.runtime.spent) return cut(expression, scope, 'tuple');
    const wanted = isWanted(expression, inner);
    if (wanted === false) continue;
    if (wanted !== true) return unknownFrom(wanted, { shape: 'tuple' });
    const value = scope.runtime.evaluate(expression.value, inner);
    if (isCaught(value, scope)) return value;
    items.push(value);
  }
  return computed(sequenceAt(locationIn(scope, expression), 'tuple', items), [collection]);
}

function forObject(
  expression: ForExpression,
  keyExpression: NonNullable<ForExpression['key']>,
  elements: readonly Element[],
  collection: Value,
  scope: Scope,
): Value {
  const entries = new Map<string, Value>();
  const groups = new Map<string, Value[]>();
  let repeated: UnknownValue | undefined;
  for (const element of elements) {
    const inner = elementScope(scope, expression, element);
    if (scope.runtime.spent) return cut(expression, scope, 'object');
    const wanted = isWanted(expression, inner);
    if (wanted === false) continue;
    if (wanted !== true) return unknownFrom(wanted, { shape: 'object' });
    const key = keyOf(scope.runtime.evaluate(keyExpression, inner));
    if (key === undefined) return failure(scope, keyExpression, 'the key of an object must be a string');
    if (typeof key !== 'string') return unknownFrom(key, { shape: 'object' });
    const value = scope.runtime.evaluate(expression.value, inner);
    if (isCaught(value, scope)) return value;
    if (!expression.grouping) {
      if (!entries.has(key)) entries.set(key, value);
      else repeated ??= failure(scope, keyExpression, `two elements have the same key "${key}"`);
    } else {
      const group = groups.get(key);
      if (group) group.push(value);
      else groups.set(key, [value]);
    }
  }
  const at = locationIn(scope, expression);
  for (const [key, group] of groups) entries.set(key, sequenceAt(at, 'tuple', group));
  const made = mappingAt(at, 'object', entries);
  // It has a type all the same.
  return repeated ? { ...repeated, type: typeOf(made) } : computed(made, [collection]);
}

function cut(expression: ForExpression, scope: Scope, shape: ValueShape): UnknownValue {
  return unknownAt(locationIn(scope, expression), 'it takes too many steps to evaluate', { shape });
}

/** A condition that could be no bool for any element is wrong where there are no elements, too. */
function wrongCondition(expression: ForExpression, { at }: Value, scope: Scope): UnknownValue | undefined {
  const any = unknownAt(at, 'there are no elements');
  const inner = elementScope(scope, expression, { key: any, value: any });
  const { condition } = expression;
  const value = condition && scope.runtime.unused(condition, inner);
  if (!condition || !value || (value.kind === 'unknown' && !value.failure)) return undefined;
  if (convert(value, BOOL).kind === 'bool') return undefined;
  return failure(scope, condition, `the condition of "for" must be a bool, but is ${describe(value)}`);
}

function isWanted(expression: ForExpression, scope: Scope): boolean | UnknownValue {
  if (!expression.condition) return true;
  const value = scope.runtime.evaluate(expression.condition, scope);
  const condition = convert(value, BOOL);
  if (condition.kind === 'bool') return condition.value;
  if (value.kind === 'unknown') return value;
  return failure(
    scope,
    expression.condition,
    `the condition of "for" must be a bool, but is ${describe(value)}`,
  );
}
