import type { Location } from '../../../../source/index.ts';
import type { HclBlock } from '../../../../syntax/hcl/index.ts';
import { attributeLocation, attributeValue, failure, scopeIn, withFrame, type Scope } from '../runtime.ts';
import {
  mappingAt,
  numberAt,
  passed,
  stringAt,
  unknownFrom,
  type UnknownValue,
  type Value,
} from '../../../../cloud/index.ts';
import { convert } from '../values/convert.ts';
import { describe, isMapping, sortedEntries } from '../values/inspect.ts';
import { fromContainer } from '../values/step.ts';
import { NUMBER } from '../values/types.ts';
import { attributeNamed } from '../modules/declarations.ts';

/** How many instances a resource or module call has, and what each of them knows of itself. */
export type Expansion =
  | { readonly kind: 'single' }
  | { readonly kind: 'count' | 'each'; readonly keys: readonly InstanceKey[]; readonly at: Location }
  | { readonly kind: 'uncertain'; readonly why: UnknownValue; readonly by: 'count' | 'for_each' };

export interface InstanceKey {
  readonly key: string | number;
  /** `each.value`, or `count.index`. */
  readonly value: Value;
}

export function expansionOf(block: HclBlock, scope: Scope): Expansion {
  const count = attributeNamed(block, 'count');
  if (count)
    return byCount(attributeValue(count, scope), scopeIn(scope, count), attributeLocation(count, scope));
  const each = attributeNamed(block, 'for_each');
  if (each) return byEach(attributeValue(each, scope), scopeIn(scope, each), attributeLocation(each, scope));
  return { kind: 'single' };
}

function byCount(value: Value, scope: Scope, at: Location): Expansion {
  if (value.kind === 'unknown') return { kind: 'uncertain', why: value, by: 'count' };
  const count = convert(value, NUMBER);
  if (count.kind !== 'number' || !Number.isInteger(count.value) || count.value < 0) {
    const why = failure(scope, at.span, `count must be a whole number, but is ${describe(value)}`);
    return { kind: 'uncertain', why, by: 'count' };
  }
  const keys: InstanceKey[] = [];
  const limit = within(count.value, scope, at);
  for (let index = 0; index < limit; index++) keys.push({ key: index, value: numberAt(at, index) });
  return { kind: 'count', keys, at };
}

function byEach(value: Value, scope: Scope, at: Location): Expansion {
  if (value.kind === 'unknown') return { kind: 'uncertain', why: value, by: 'for_each' };
  const keys: InstanceKey[] = [];
  if (isMapping(value)) {
    for (const [key, item] of sortedEntries(value)) keys.push({ key, value: fromContainer(item, value) });
  } else if (value.kind === 'set') {
    for (const item of value.items) {
      if (item.kind === 'unknown') return { kind: 'uncertain', why: item, by: 'for_each' };
      if (item.kind === 'string') keys.push({ key: item.value, value: fromContainer(item, value) });
    }
  } else if (value.kind !== 'tuple' || value.items.length > 0) {
    const why = failure(
      scope,
      at.span,
      `for_each must be a map or a set of strings, but is ${describe(value)}`,
    );
    return { kind: 'uncertain', why, by: 'for_each' };
  }
  return { kind: 'each', keys: keys.slice(0, within(keys.length, scope, at)), at };
}

/** At most as many as the budget allows, and a diagnostic for those that it does not. */
export function within(wanted: number, scope: Scope, at: Location): number {
  const { runtime } = scope;
  const limit = Math.min(
    wanted,
    runtime.maxInstances,
    Math.max(0, runtime.maxTotalInstances - runtime.instances),
  );
  if (limit < wanted) {
    const message = `Only ${String(limit)} of ${String(wanted)} instances are looked at.`;
    runtime.report('terraform/instances-cut', message, at);
  }
  runtime.instances += limit;
  return limit;
}

/** The scope of one instance: `count.index`, or `each.key` and `each.value`. */
export function instanceScope(scope: Scope, expansion: Expansion, key: InstanceKey | undefined): Scope {
  if (expansion.kind === 'single') return scope;
  if (expansion.kind === 'uncertain') {
    const element = unknownFrom(expansion.why);
    if (expansion.by === 'count') return withFrame(scope, 'count', entriesOf(element.at, { index: element }));
    return withFrame(scope, 'each', entriesOf(element.at, { key: element, value: element }));
  }
  if (!key) return scope;
  if (expansion.kind === 'count')
    return withFrame(scope, 'count', entriesOf(expansion.at, { index: key.value }));
  const name = passed(stringAt(key.value.at, String(key.key)), key.value.chain);
  return withFrame(scope, 'each', entriesOf(expansion.at, { key: name, value: key.value }));
}

export function entriesOf(at: Location, entries: Readonly<Record<string, Value>>): Value {
  return mappingAt(at, 'object', new Map(Object.entries(entries)));
}

/** `[0]` or `["a"]`, as addresses have it. */
export function keySuffix(key: string | number | undefined): string {
  if (key === undefined) return '';
  return typeof key === 'number' ? `[${String(key)}]` : `[${JSON.stringify(key)}]`;
}
