import type { Value } from '../../../../cloud/index.ts';
import { newWalk, type Walk } from './inspect.ts';
import { ANY, BOOL, NUMBER, STRING, type TfAttributeType, type TfType } from './types.ts';

/** The type of null, which is of every type. */
const NOTHING: TfType = { kind: 'any' };

const TYPES = new WeakMap<Value, TfType>();

/** A value's type as far as it is known; what comes from a resource has the type that its provider says. */
export function typeOf(value: Value): TfType {
  const known = TYPES.get(value);
  if (known) return known;
  const type = value.reference ? ANY : ownType(value);
  TYPES.set(value, type);
  return type;
}

function ownType(value: Value): TfType {
  switch (value.kind) {
    case 'null':
      return NOTHING;
    case 'string':
      return STRING;
    case 'number':
      return NUMBER;
    case 'bool':
      return BOOL;
    case 'unknown':
      return value.shape === 'string' || value.shape === 'number' || value.shape === 'bool'
        ? { kind: value.shape }
        : ANY;
    case 'tuple':
      return { kind: 'tuple', elements: value.items.map(typeOf) };
    case 'list':
    case 'set':
      return { kind: value.kind, element: unify(value.items.map(typeOf)) ?? ANY };
    case 'map':
      return {
        kind: 'map',
        element: value.open ? ANY : (unify([...value.entries.values()].map(typeOf)) ?? ANY),
      };
    case 'object':
      return value.open ? ANY : { kind: 'object', attributes: attributesOf([...value.entries]) };
  }
}

function attributesOf(entries: readonly (readonly [string, Value])[]): ReadonlyMap<string, TfAttributeType> {
  return new Map(entries.map(([name, value]) => [name, attribute(typeOf(value))]));
}

function attribute(type: TfType): TfAttributeType {
  return { type, optional: false, fallback: undefined };
}

/** The type that all can be converted to, as go-cty finds it; undefined when there is none. */
export function unify(types: readonly TfType[], walk: Walk = newWalk()): TfType | undefined {
  const some = types.filter((type) => type !== NOTHING);
  // Beside a null there may be anything: all are of any type then.
  return common(some, walk) ?? (some.length < types.length ? ANY : undefined);
}

function common(some: readonly TfType[], walk: Walk): TfType | undefined {
  const [first] = some;
  if (!first) return NOTHING;
  if (--walk.left < 0 || some.some(({ kind }) => kind === 'any')) return ANY;
  if (some.every((type) => same(first, type, walk))) return first;
  const all = (...kinds: readonly TfType['kind'][]): boolean =>
    some.every(({ kind }) => kinds.includes(kind));
  if (all('string', 'number', 'bool')) return some.some(({ kind }) => kind === 'string') ? STRING : undefined;
  if (all('object')) return objects(some, walk) ?? collection('map', some, walk);
  if (all('tuple')) return tuples(some, walk);
  if (all('map', 'object')) return collection('map', some, walk);
  if (all('set', 'tuple')) return collection('set', some, walk);
  return all('list', 'tuple', 'set') ? collection('list', some, walk) : undefined;
}

function collection(kind: 'list' | 'set' | 'map', types: readonly TfType[], walk: Walk): TfType | undefined {
  const element = unify(types.flatMap(elementTypes), walk);
  return element && { kind, element };
}

function elementTypes(type: TfType): readonly TfType[] {
  if ('element' in type) return [type.element];
  if (type.kind === 'tuple') return type.elements;
  return type.kind === 'object' ? [...type.attributes.values()].map((each) => each.type) : [];
}

function objects(types: readonly TfType[], walk: Walk): TfType | undefined {
  const all = types.flatMap((type) => (type.kind === 'object' ? [type.attributes] : []));
  const [first] = all;
  if (!first) return undefined;
  const attributes = new Map<string, TfAttributeType>();
  for (const name of first.keys()) {
    const each = all.flatMap((other) => other.get(name)?.type ?? []);
    const type = each.length === all.length ? unify(each, walk) : undefined;
    if (!type) return undefined;
    attributes.set(name, attribute(type));
  }
  return all.every(({ size }) => size === first.size) ? { kind: 'object', attributes } : undefined;
}

function tuples(types: readonly TfType[], walk: Walk): TfType | undefined {
  const all = types.flatMap((type) => (type.kind === 'tuple' ? [type.elements] : []));
  const [first] = all;
  if (!first) return undefined;
  if (all.some(({ length }) => length !== first.length)) return collection('list', types, walk);
  const elements: TfType[] = [];
  for (const index of first.keys()) {
    const type = unify(
      all.map((other) => other[index] ?? ANY),
      walk,
    );
    if (!type) return undefined;
    elements.push(type);
  }
  return { kind: 'tuple', elements };
}

function same(left: TfType, right: TfType, walk: Walk): boolean {
  if (left === right) return true;
  if (--walk.left < 0 || left.kind !== right.kind) return false;
  if ('element' in left && 'element' in right) return same(left.element, right.element, walk);
  if (left.kind === 'tuple' && right.kind === 'tuple')
    return (
      left.elements.length === right.elements.length &&
      left.elements.every((each, index) => same(each, right.elements[index] ?? ANY, walk))
    );
  if (left.kind === 'object' && right.kind === 'object')
    return (
      left.attributes.size === right.attributes.size &&
      [...left.attributes].every(([name, { type }]) => {
        const other = right.attributes.get(name);
        return other !== undefined && same(type, other.type, walk);
      })
    );
  return left.kind !== 'any' || (left === NOTHING) === (right === NOTHING);
}
