import {
  type KnownValue,
  type MappingValue,
  type SequenceValue,
  unknownAt,
  type Value,
} from '../../../../cloud/index.ts';
import {
  byCodeUnits,
  describe,
  equalValues,
  isMapping,
  isSequence,
  newWalk,
  openUnknown,
  sortedEntries,
  type Walk,
} from './inspect.ts';
import { decimalAt, formatNumber } from './numbers.ts';
import { shapeOf, STRING, typeName, type TfType } from './types.ts';
import { typed, typeOf, unify } from './unify.ts';

/**
 * The value in another type, as go-cty converts; places and chains stay. What cannot be converted becomes an
 * unknown that is a failure.
 */
export function convert(value: Value, type: TfType, walk: Walk = newWalk()): Value {
  if (--walk.left < 0) return unknownAt(value.at, 'the value is too large');
  if (type.kind === 'any') return value;
  if (value.kind === 'null')
    return isConvertible(typeOf(value), type) ? typed(value, type) : impossible(value, type);
  if (value.kind === 'unknown') {
    const shape = shapeOf(type);
    return value.shape !== undefined || shape === undefined ? value : { ...value, shape };
  }
  return converted(value, type, walk) ?? impossible(value, type);
}

function converted(value: KnownValue, type: TfType, walk: Walk): Value | undefined {
  switch (type.kind) {
    case 'any':
      return value;
    case 'string':
      return toText(value);
    case 'number':
      return toNumber(value);
    case 'bool':
      return toBool(value);
    case 'list':
    case 'set':
      return isSequence(value) ? sequence(value, type.kind, type.element, walk) : undefined;
    case 'tuple':
      return isSequence(value) ? tuple(value, type.elements, walk) : undefined;
    case 'map':
      return isMapping(value) ? mapping(value, type.element, walk) : undefined;
    case 'object':
      return isMapping(value) ? object(value, type, walk) : undefined;
  }
}

/** May values of a type be of another one? Said for nulls, which hold nothing that could be looked into. */
function isConvertible(from: TfType, to: TfType): boolean {
  const kinds: readonly (readonly TfType['kind'][])[] = [
    ['list', 'set', 'tuple'],
    ['map', 'object'],
  ];
  if (from.kind === 'any' || from.kind === to.kind) return true;
  if (kinds.some((alike) => alike.includes(from.kind) && alike.includes(to.kind))) return true;
  const plain = (type: TfType): boolean => ['string', 'number', 'bool'].includes(type.kind);
  return plain(from) && plain(to) && (from.kind === 'string' || to.kind === 'string');
}

function impossible(value: Value, type: TfType): Value {
  const reason = `${describe(value)} cannot be converted to ${typeName(type)}`;
  return unknownAt(value.at, reason, { chain: value.chain, failure: true });
}

function origin(value: Value): Pick<Value, 'at' | 'chain' | 'reference' | 'sensitive'> {
  const { at, chain, reference, sensitive } = value;
  return { at, chain, ...(reference && { reference }), ...(sensitive && { sensitive }) };
}

function toText(value: Value): Value | undefined {
  if (value.kind === 'string') return value;
  if (value.kind === 'number') return { kind: 'string', ...origin(value), value: formatNumber(value) };
  if (value.kind === 'bool') return { kind: 'string', ...origin(value), value: String(value.value) };
  return undefined;
}

function toNumber(value: Value): Value | undefined {
  if (value.kind === 'number') return value;
  const parsed = value.kind === 'string' ? decimalAt(value.at, value.value) : undefined;
  return parsed && { ...parsed, ...origin(value) };
}

const BOOLS: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['1', true],
  ['false', false],
  ['0', false],
]);

function toBool(value: Value): Value | undefined {
  if (value.kind === 'bool') return value;
  const parsed = value.kind === 'string' ? BOOLS.get(value.value) : undefined;
  return parsed === undefined ? undefined : { kind: 'bool', ...origin(value), value: parsed };
}

function sequence(
  value: SequenceValue,
  kind: 'list' | 'set',
  element: TfType,
  walk: Walk,
): Value | undefined {
  const converted = elements(value, value.items, element, walk);
  if (!converted) return undefined;
  const failed = converted.find((item) => item.kind === 'unknown' && item.failure);
  if (failed) return failed;
  const made: SequenceValue = { ...value, kind, items: kind === 'set' ? distinct(converted) : converted };
  return typed(made, { kind, element: elementType(value, element) });
}

/** What a collection holds, as elements of a type; of any type: of one that all of them have in common. */
function elements(
  { kind }: Value,
  items: readonly Value[],
  element: TfType,
  walk: Walk,
): readonly Value[] | undefined {
  if (element.kind !== 'any') return items.map((item) => convert(item, element, walk));
  return kind === 'tuple' || kind === 'object' ? unified(items, walk) : items;
}

/** What an empty collection holds no element of. */
function elementType(value: Value, wanted: TfType): TfType {
  if (wanted.kind !== 'any') return wanted;
  const own = typeOf(value);
  return 'element' in own ? own.element : wanted;
}

/** Values as elements of one collection: all of one type; undefined when there is none for all of them. */
export function unified(items: readonly Value[], walk: Walk = newWalk()): readonly Value[] | undefined {
  const type = unify(items.filter(({ kind }) => kind !== 'null').map(typeOf));
  if (!type) return undefined;
  return type.kind === 'any' ? items : items.map((item) => convert(item, type, walk));
}

function tuple(value: SequenceValue, elements: readonly TfType[], walk: Walk): Value | undefined {
  if (value.items.length !== elements.length) return undefined;
  const items = value.items.map((item, index) => convert(item, elements[index] ?? STRING, walk));
  return items.find((item) => item.kind === 'unknown' && item.failure) ?? { ...value, kind: 'tuple', items };
}

function mapping(value: MappingValue, element: TfType, walk: Walk): Value | undefined {
  if (value.open) return openUnknown(value);
  const converted = elements(value, [...value.entries.values()], element, walk);
  if (!converted) return undefined;
  const failed = converted.find((item) => item.kind === 'unknown' && item.failure);
  if (failed) return failed;
  const entries = new Map<string, Value>();
  for (const [index, key] of [...value.entries.keys()].entries()) {
    const item = converted[index];
    if (item) entries.set(key, item);
  }
  return typed({ ...value, kind: 'map', entries }, { kind: 'map', element: elementType(value, element) });
}

function object(value: MappingValue, type: TfType & { readonly kind: 'object' }, walk: Walk): Value {
  const entries = new Map<string, Value>();
  for (const [name, attribute] of type.attributes) {
    const given = value.entries.get(name);
    if (given && (given.kind !== 'null' || attribute.fallback === undefined)) {
      const converted = convert(given, attribute.type, walk);
      if (converted.kind === 'unknown' && converted.failure) return converted;
      entries.set(name, converted);
    } else if (attribute.optional) {
      entries.set(name, attribute.fallback ?? { kind: 'null', at: value.at, chain: value.chain });
    } else if (value.open) {
      entries.set(name, {
        ...openUnknown(value),
        reason: `${value.open.address}.${name} is known after apply`,
      });
    } else {
      const reason = `the attribute "${name}" is missing`;
      return unknownAt(value.at, reason, { chain: value.chain, failure: true });
    }
  }
  return { ...value, kind: 'object', entries };
}

/** Items without repetition, in a set's order: known primitives sorted, the rest after them by what they hold. */
export function distinct(items: readonly Value[]): readonly Value[] {
  const primitives = new Map<string, Value>();
  const others: Value[] = [];
  for (const item of items) {
    const key = primitiveKey(item);
    if (key === undefined) others.push(item);
    else if (!primitives.has(key)) primitives.set(key, item);
  }
  return [...[...primitives.values()].sort(comparePrimitives), ...byContent(distinctOthers(others))];
}

/** The order in which go-cty walks sets of collections. */
function byContent(items: readonly Value[]): readonly Value[] {
  if (items.length < 2) return items;
  const walk = newWalk();
  const keyed = items.map((item) => ({ item, key: contentKey(item, walk) }));
  return keyed.sort((left, right) => byCodeUnits(left.key, right.key)).map(({ item }) => item);
}

function contentKey(value: Value, walk: Walk): string {
  if (--walk.left < 0) return '';
  switch (value.kind) {
    case 'string':
      return JSON.stringify(value.value);
    case 'number':
      return formatNumber(value);
    case 'bool':
      return value.value ? 'T' : 'F';
    case 'list':
    case 'set':
      return `[${value.items.map((item) => `${contentKey(item, walk)};`).join('')}]`;
    case 'tuple':
      return `<${value.items.map((item) => `${contentKey(item, walk)};`).join('')}>`;
    case 'map':
      return `{${sortedEntries(value)
        .map(([key, item]) => `${JSON.stringify(key)}:${contentKey(item, walk)};`)
        .join('')}}`;
    case 'object':
      return `<${sortedEntries(value)
        .map(([, item]) => `${contentKey(item, walk)};`)
        .join('')}>`;
    default:
      return '~';
  }
}

/** Compares with all before; beyond a few hundred that would cost more than it tells. */
function distinctOthers(items: readonly Value[]): readonly Value[] {
  const kept: Value[] = [];
  for (const item of items) {
    if (items.length > 300 || !kept.some((other) => equalValues(other, item) === true)) kept.push(item);
  }
  return kept;
}

/** Tells known primitives apart, of all types at once. */
export function primitiveKey(value: Value): string | undefined {
  switch (value.kind) {
    case 'string':
      return `s${value.value}`;
    case 'number':
      return `n${formatNumber(value)}`;
    case 'bool':
      return `b${String(value.value)}`;
    default:
      return undefined;
  }
}

function comparePrimitives(left: Value, right: Value): number {
  if (left.kind === 'number' && right.kind === 'number') return left.value - right.value;
  if (left.kind === 'bool' && right.kind === 'bool') return Number(left.value) - Number(right.value);
  return byCodeUnits(primitiveKey(left) ?? '', primitiveKey(right) ?? '');
}
