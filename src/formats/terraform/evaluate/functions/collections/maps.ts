import {
  computed,
  mappingAt,
  type MappingValue,
  sequenceAt,
  stringAt,
  unknownFrom,
  type Value,
} from '../../../../../cloud/index.ts';
import { convert } from '../../values/convert.ts';
import {
  describe,
  equalValues,
  isMapping,
  openUnknown,
  sortedEntries,
  sortedKeys,
} from '../../values/inspect.ts';
import { fromContainer } from '../../values/step.ts';
import { type Call, FunctionProblem, type Functions, NeedsUnknown, textOf, textsAt } from '../define.ts';
import { STRING, type TfType } from '../../values/types.ts';
import { isSame, typed, typeOf, unify } from '../../values/unify.ts';
import { collectionOf, lengthOf, listOf, orderedOf, within } from './lists.ts';

export const MAP_FUNCTIONS: Functions = {
  keys: {
    min: 1,
    max: 1,
    run: ([map], call) => {
      const mapping = mapOf(map);
      const names = sortedKeys(mapping).map((key) => stringAt(call.at, key));
      const made = mapping.kind === 'map' ? textsAt(call.at, names) : sequenceAt(call.at, 'tuple', names);
      return computed(made, [mapping]);
    },
  },
  length: { min: 1, max: 1, run: ([value], call) => lengthOf(value, call) },
  lookup: { min: 2, max: 3, takesUnknown: true, run: ([map, key, fallback]) => lookup(map, key, fallback) },
  matchkeys: {
    min: 3,
    max: 3,
    run: ([values, keys, wanted], call) => {
      const items = collectionOf(values, 'list').items;
      const type = unify([typeOf(collectionOf(keys, 'list')), typeOf(collectionOf(wanted, 'list'))]);
      if (!type) throw new FunctionProblem('the lists of keys have no type in common');
      const names = listOf(keys && convert(collectionOf(keys, 'list'), type));
      const search = listOf(wanted && convert(collectionOf(wanted, 'list'), type));
      if (items.length !== names.items.length) throw new FunctionProblem('the lists differ in length');
      const kept = items.filter((_, index) => {
        const key = names.items[index];
        return key && search.items.some((item) => equalValues(item, key) === true);
      });
      return sequenceAt(call.at, 'list', kept);
    },
  },
  merge: { min: 0, max: Infinity, run: merge },
  transpose: { min: 1, max: 1, run: ([map], call) => transpose(mapOf(map), call) },
  values: {
    min: 1,
    max: 1,
    run: ([map], call) => {
      const mapping = mapOf(map);
      const items = sortedEntries(mapping).map(([, item]) => fromContainer(item, mapping));
      const type = typeOf(mapping);
      const made = sequenceAt(call.at, mapping.kind === 'map' ? 'list' : 'tuple', items);
      return computed(type.kind === 'map' ? typed(made, { ...type, kind: 'list' }) : made, [mapping]);
    },
  },
  zipmap: {
    min: 2,
    max: 2,
    run: ([keys, values], call) => {
      const names = listOf(keys).items.map(textOf);
      const items = orderedOf(values);
      if (names.length !== items.items.length) throw new FunctionProblem('the lists differ in length');
      const entries = new Map<string, Value>();
      for (const [index, name] of names.entries()) {
        const item = items.items[index];
        if (item) entries.set(name, fromContainer(item, items));
      }
      const type = typeOf(items);
      return type.kind === 'list'
        ? typed(mappingAt(call.at, 'map', entries), { ...type, kind: 'map' })
        : mappingAt(call.at, 'object', entries);
    },
  },
};

function mapOf(value: Value | undefined): MappingValue {
  if (value && isMapping(value)) {
    if (value.open) throw new NeedsUnknown(openUnknown(value));
    return value;
  }
  throw new FunctionProblem(`the argument must be a map, but is ${value ? describe(value) : 'missing'}`);
}

function lookup(map: Value | undefined, key: Value | undefined, fallback: Value | undefined): Value {
  if (!map || !key) throw new FunctionProblem('an argument is missing');
  if (map.kind === 'unknown') return unknownFrom(map);
  if (key.kind === 'unknown') return unknownFrom(key);
  const mapping = isMapping(map) ? map : mapOf(map);
  const name = textOf(key);
  const found = mapping.entries.get(name);
  if (found) return fromContainer(found, mapping);
  if (mapping.open) return openUnknown(mapping);
  if (fallback) return mapping.kind === 'map' ? asElement(fallback, mapping) : fallback;
  throw new FunctionProblem(`there is no "${name}" in the map, and no default is given`);
}

/** What stands in for an element has its type. */
function asElement(fallback: Value, mapping: MappingValue): Value {
  const type = typeOf(mapping);
  const converted = type.kind === 'map' ? convert(fallback, type.element) : fallback;
  if (converted.kind === 'unknown' && converted.failure) throw new FunctionProblem(converted.reason);
  return converted;
}

/** The last one of a key wins; nulls are left out. */
function merge(args: readonly Value[], call: Call): Value {
  const entries = new Map<string, Value>();
  const types = args.filter(({ kind }) => kind !== 'null').map(typeOf);
  const [first] = types;
  const type = first?.kind === 'map' && types.every((other) => isSame(first, other)) ? first : undefined;
  for (const arg of args) {
    if (arg.kind === 'null') continue;
    const mapping = mapOf(arg);
    for (const [key, item] of mapping.entries) entries.set(key, fromContainer(item, mapping));
    within(entries.size);
  }
  return type ? typed(mappingAt(call.at, 'map', entries), type) : mappingAt(call.at, 'object', entries);
}

function transpose(map: MappingValue, call: Call): Value {
  const turned = new Map<string, Value[]>();
  for (const [key, list] of sortedEntries(map)) {
    for (const item of listOf(list).items) {
      const name = textOf(item);
      const names = turned.get(name) ?? [];
      names.push(stringAt(call.at, key));
      turned.set(name, names);
    }
  }
  const entries = [...turned].map(([key, names]) => [key, sequenceAt(call.at, 'list', names)] as const);
  const element: TfType = { kind: 'list', element: STRING };
  return typed(mappingAt(call.at, 'map', new Map(entries)), { kind: 'map', element });
}
