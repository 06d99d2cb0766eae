import type { Value, ValueShape } from '../../../../cloud/index.ts';
import { newWalk, type Walk } from './inspect.ts';
import { ANY, BOOL, NUMBER, STRING, type TfAttributeType, type TfType } from './types.ts';

/** The type of null, which is of every type. */
const NOTHING: TfType = { kind: 'any' };

const TYPES = new WeakMap<Value, TfType>();

/** A value's type as far as it is known; what comes from a resource has the type that its provider says. */
export function typeOf(value: Value): TfType {
  if (value.reference) return ANY;
  if (!isContainer(value)) return ownType(value);
  const known = TYPES.get(value);
  if (known) return known;
  const type = ownType(value);
  TYPES.set(value, type);
  return type;
}

const isContainer = (value: Value): boolean => 'items' in value || 'entries' in value;

function ownType(value: Value): TfType {
  switch (value.kind) {
    case 'null':
      return given(value) ?? NOTHING;
    case 'string':
      return STRING;
    case 'number':
      return NUMBER;
    case 'bool':
      return BOOL;
    case 'unknown':
      return given(value) ?? ofShape(value.shape);
    case 'tuple':
      return { kind: 'tuple', elements: value.items.map(typeOf) };
    case 'list':
    case 'set':
      return ofElements(value, value.kind, value.items);
    case 'map':
      if (value.open) return { kind: 'map', element: ANY };
      return ofElements(value, 'map', [...value.entries.values()]);
    case 'object':
      return value.open ? ANY : { kind: 'object', attributes: attributesOf([...value.entries]) };
  }
}

function ofShape(shape: ValueShape | undefined): TfType {
  return shape === 'string' || shape === 'number' || shape === 'bool' ? { kind: shape } : ANY;
}

function ofElements(value: Value, kind: 'list' | 'set' | 'map', items: readonly Value[]): TfType {
  if (items.length === 0) return given(value) ?? { kind, element: ANY };
  return { kind, element: unify(items.map(typeOf)) ?? ANY };
}

function given({ type }: Value): TfType | undefined {
  // Whoever evaluates Terraform gives Terraform's types.
  return type as TfType | undefined;
}

/** A null or an empty collection with its type; of other values what they hold tells it. */
export function typed<V extends Value>(value: V, type: TfType): V {
  return type.kind === 'any' || !isEmpty(value) ? value : { ...value, type };
}

const PRIMITIVES: readonly TfType['kind'][] = ['string', 'number', 'bool'];

function isEmpty(value: Value): boolean {
  if ('items' in value) return value.items.length === 0;
  return 'entries' in value ? value.entries.size === 0 : value.kind === 'null';
}

function attributesOf(entries: readonly (readonly [string, Value])[]): ReadonlyMap<string, TfAttributeType> {
  return new Map(entries.map(([name, value]) => [name, attribute(typeOf(value))]));
}

function attribute(type: TfType): TfAttributeType {
  return { type, optional: false, fallback: undefined };
}

/** The type that all can be converted to, as go-cty finds it; undefined when there is none. */
export function unify(types: readonly TfType[], walk: Walk = newWalk()): TfType | undefined {
  const some = withoutNothing(types);
  // Beside a null there may be anything: all are of any type then.
  const type = common(some, walk);
  if (type || some.length === types.length) return type;
  const has = (kind: TfType['kind']): boolean => some.some((each) => each.kind === kind);
  return has('tuple') && has('object') ? undefined : ANY;
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
  if (all('set', 'tuple')) return sets(some, walk);
  return all('list', 'tuple', 'set') ? collection('list', some, walk) : undefined;
}

function collection(kind: 'list' | 'set' | 'map', types: readonly TfType[], walk: Walk): TfType | undefined {
  const own = types.flatMap((type) => ('element' in type ? [type.element] : []));
  if (own.length < types.length) {
    // Beside collections, tuples and objects have to become a collection for themselves first.
    const others = types.flatMap((type) => ('element' in type ? [] : elementTypes(type)));
    const together = [...own, ...others];
    const found =
      own.length > 0
        ? (common(withoutNothing(others), walk) ?? common(withoutNothing(together), walk))
        : unify(others, walk);
    if (!found) return undefined;
    // Beside a null there may be anything, unless that is a string, a number or a bool, or becomes a collection.
    const some = withoutNothing(others);
    const becomes = some.some((type) => 'element' in type) && some.some((type) => !('element' in type));
    const isKnown = PRIMITIVES.includes(found.kind) || becomes || some.length === others.length;
    const element = own.length > 0 || isKnown ? found : ANY;
    // What is of any type only because of a null must be of one type without it, each tuple for itself.
    const alike = (type: TfType): boolean => {
      const each = withoutNothing(elementTypes(type));
      if (type.kind !== 'tuple' && (type.kind !== 'object' || own.length > 0)) return true;
      const hasNull = each.length < elementTypes(type).length;
      if (type.kind === 'object' && hasNull) return true;
      if (common(each, walk) === undefined) return false;
      // Beside a null in a tuple, nothing but strings, numbers and bools is of a type that is known.
      return !hasNull || each.every(({ kind }) => PRIMITIVES.includes(kind));
    };
    if (element.kind === 'any' && !types.every(alike)) return undefined;
    own.push(element);
  }
  const element = unify(own, walk);
  return element && { kind, element };
}

/** A tuple beside a set becomes one of what is in the set. */
function sets(types: readonly TfType[], walk: Walk): TfType | undefined {
  const own = collection(
    'set',
    types.filter(({ kind }) => kind === 'set'),
    walk,
  );
  return own && collection('set', types, walk) && own;
}

function withoutNothing(types: readonly TfType[]): readonly TfType[] {
  return types.filter((type) => type !== NOTHING);
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

/** Are two types one and the same? */
export function isSame(left: TfType, right: TfType): boolean {
  return same(left, right, newWalk());
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
