import { MAX_ITEMS } from '../../expressions/limits.ts';
import {
  boolAt,
  computed,
  numberAt,
  sequenceAt,
  type SequenceValue,
  unknownFrom,
  type Value,
} from '../../../../../cloud/index.ts';
import { convert, primitiveKey, unified } from '../../values/convert.ts';
import {
  byCodeUnits,
  describe,
  equalValues,
  firstUnknown,
  isMapping,
  isSequence,
} from '../../values/inspect.ts';
import { fromContainer } from '../../values/step.ts';
import { ANY, BOOL, NUMBER } from '../../values/types.ts';
import { typed, typeOf, unify } from '../../values/unify.ts';
import {
  type Call,
  FunctionProblem,
  type Functions,
  integerOf,
  NeedsUnknown,
  numberOf,
  textOf,
  textsAt,
} from '../define.ts';
import { characters } from '../text/strings.ts';

export const LIST_FUNCTIONS: Functions = {
  alltrue: { min: 1, max: 1, run: ([list], call) => truth(listOf(list), call, false) },
  anytrue: { min: 1, max: 1, run: ([list], call) => truth(listOf(list), call, true) },
  chunklist: {
    min: 2,
    max: 2,
    run: ([list, size], call) => chunks(collectionOf(list, 'list'), size ? integerOf(size) : 0, call),
  },
  coalesce: { min: 1, max: Infinity, takesUnknown: true, run: (args) => coalesce(args) },
  coalescelist: { min: 1, max: Infinity, takesUnknown: true, run: coalesceLists },
  compact: { min: 1, max: 1, run: ([list], call) => compact(listOf(list), call) },
  concat: { min: 1, max: Infinity, run: concat },
  contains: { min: 2, max: 2, takesUnknown: true, run: ([list, value], call) => contains(list, value, call) },
  distinct: {
    min: 1,
    max: 1,
    run: ([list], call) => {
      const items = collectionOf(list, 'list');
      const kept: Value[] = [];
      const seen = new Set<string>();
      for (const item of items.items) {
        if (!isRepeated(item, kept, seen)) kept.push(item);
      }
      return computed(typed(sequenceAt(call.at, 'list', kept), typeOf(items)), [items]);
    },
  },
  element: { min: 2, max: 2, run: ([list, index]) => element(orderedOf(list), index ? integerOf(index) : 0) },
  flatten: {
    min: 1,
    max: 1,
    run: ([list], call) => {
      const items = listOf(list);
      const flat: Value[] = [];
      flattenInto(flat, items, 0);
      return computed(sequenceAt(call.at, 'tuple', flat), [items]);
    },
  },
  index: {
    min: 2,
    max: 2,
    run: ([list, value], call) => {
      if (value?.kind === 'null') throw new FunctionProblem('an argument is null');
      const position = listOf(list).items.findIndex((item) => value && equalValues(item, value) === true);
      if (position < 0) throw new FunctionProblem('the value is not in the list');
      return numberAt(call.at, position);
    },
  },
  one: {
    min: 1,
    max: 1,
    run: ([list], call) => {
      const { items } = listOf(list);
      if (items.length > 1) throw new FunctionProblem('the list has more than one element');
      return items[0] && list ? fromContainer(items[0], list) : { kind: 'null', at: call.at, chain: [] };
    },
  },
  range: { min: 1, max: 3, run: (args, call) => range(args.map(numberOf), call) },
  reverse: {
    min: 1,
    max: 1,
    run: ([list]) => {
      const items = listOf(list);
      return { ...items, kind: items.kind === 'set' ? 'list' : items.kind, items: items.items.toReversed() };
    },
  },
  slice: {
    min: 3,
    max: 3,
    run: ([list, from, to]) => {
      const items = orderedOf(list);
      const start = from ? integerOf(from) : 0;
      const end = to ? integerOf(to) : 0;
      if (start < 0 || end < start || end > items.items.length)
        throw new FunctionProblem('the indexes are out of range');
      return typed({ ...items, items: items.items.slice(start, end) }, typeOf(items));
    },
  },
  sort: {
    min: 1,
    max: 1,
    run: ([list], call) => {
      const items = listOf(list);
      const unknown = firstUnknown(items);
      if (unknown) return unknownFrom(unknown, { shape: 'list' });
      const texts = items.items.map((item) => convert(item, { kind: 'string' }));
      return computed(
        textsAt(
          call.at,
          texts.sort((a, b) => byCodeUnits(textOf(a), textOf(b))),
        ),
        [items],
      );
    },
  },
};

export function listOf(value: Value | undefined): SequenceValue {
  if (value && isSequence(value)) return value;
  throw new FunctionProblem(`the argument must be a list, but is ${value ? describe(value) : 'missing'}`);
}

/** The argument where sets, which have no order, are not wanted. */
export function orderedOf(value: Value | undefined): SequenceValue {
  const list = listOf(value);
  if (list.kind === 'set') throw new FunctionProblem('the argument must be a list, but is a set');
  return list;
}

/** The argument where a list or set of any one type is wanted. */
export function collectionOf(value: Value | undefined, kind: 'list' | 'set'): SequenceValue {
  const converted = convert(listOf(value), { kind, element: ANY });
  if (isSequence(converted)) return converted;
  throw new FunctionProblem(converted.kind === 'unknown' ? converted.reason : 'the argument must be a list');
}

export function within(count: number): void {
  if (count > MAX_ITEMS) throw new RangeError('too many elements');
}

function truth(list: SequenceValue, call: Call, any: boolean): Value {
  let unknown: Value | undefined;
  for (const item of list.items) {
    const value = convert(item, BOOL);
    if (value.kind === 'bool' && value.value === any) return computed(boolAt(call.at, any), [list, item]);
    if (value.kind === 'null' && !any) return boolAt(call.at, false);
    if (value.kind === 'unknown') unknown ??= value;
  }
  if (unknown?.kind === 'unknown') return unknownFrom(unknown, { shape: 'bool' });
  return computed(boolAt(call.at, !any), [list]);
}

function chunks(list: SequenceValue, size: number, call: Call): Value {
  if (size < 0) throw new FunctionProblem('the size is negative');
  const rows: Value[] = [];
  const step = size === 0 ? Math.max(1, list.items.length) : size;
  for (let from = 0; from < list.items.length; from += step) {
    rows.push(sequenceAt(call.at, 'list', list.items.slice(from, from + step)));
  }
  return computed(typed(sequenceAt(call.at, 'list', rows), { kind: 'list', element: typeOf(list) }), [list]);
}

/** The first argument that is neither null nor an empty string; what follows an unknown one is not known. */
function coalesce(args: readonly Value[]): Value {
  const type = unify(args.map(typeOf));
  if (!type) throw new FunctionProblem('the arguments have no type in common');
  for (const arg of args) {
    if (arg.kind === 'null') continue;
    const value = convert(arg, type);
    if (value.kind !== 'string' || value.value !== '') return value;
  }
  throw new FunctionProblem('all arguments are null or empty');
}

function coalesceLists(args: readonly Value[]): Value {
  for (const arg of args) {
    if (arg.kind === 'unknown') break;
    if (arg.kind !== 'null' || !['list', 'tuple'].includes(typeOf(arg).kind)) orderedOf(arg);
  }
  for (const arg of args) {
    if (arg.kind === 'unknown' || (isSequence(arg) && arg.items.length > 0)) return arg;
  }
  throw new FunctionProblem('all lists are empty');
}

function compact(list: SequenceValue, call: Call): Value {
  const kept: Value[] = [];
  for (const item of list.items) {
    if (item.kind === 'unknown') return unknownFrom(item, { shape: 'list' });
    if (item.kind !== 'null' && textOf(item) !== '') kept.push(convert(item, { kind: 'string' }));
  }
  return computed(textsAt(call.at, kept), [list]);
}

function concat(args: readonly Value[], call: Call): Value {
  const items: Value[] = [];
  let tuple = false;
  for (const arg of args) {
    const list = orderedOf(arg);
    tuple ||= list.kind === 'tuple';
    within(items.length + list.items.length);
    for (const item of list.items) items.push(fromContainer(item, list));
  }
  const elements = tuple ? undefined : unified(items);
  return elements ? sequenceAt(call.at, 'list', elements) : sequenceAt(call.at, 'tuple', items);
}

function contains(list: Value | undefined, value: Value | undefined, call: Call): Value {
  if (!list || !value) throw new FunctionProblem('an argument is missing');
  if (list.kind === 'unknown') return unknownFrom(list, { shape: 'bool' });
  let unknown = value.kind === 'unknown' ? value : undefined;
  // Nothing is looked at before both are known.
  if (unknown && !isSequence(list)) return unknownFrom(unknown, { shape: 'bool' });
  for (const item of listOf(list).items) {
    const equal = equalValues(item, value) ?? (item.kind === 'string' ? sameText(item, value) : undefined);
    if (equal) return computed(boolAt(call.at, true), [list, value]);
    if (equal === undefined) unknown ??= firstUnknown(item) ?? firstUnknown(value);
  }
  if (unknown) return unknownFrom(unknown, { shape: 'bool' });
  return computed(boolAt(call.at, false), [list, value]);
}

function sameText(item: Value, value: Value): boolean | undefined {
  const text = convert(value, { kind: 'string' });
  return text.kind === 'string' ? equalValues(item, text) : undefined;
}

function isRepeated(item: Value, kept: readonly Value[], seen: Set<string>): boolean {
  const key = primitiveKey(item);
  if (key === undefined) return kept.length < 300 && kept.some((other) => equalValues(other, item) === true);
  if (seen.has(key)) return true;
  seen.add(key);
  return false;
}

function element(list: SequenceValue, index: number): Value {
  const { length } = list.items;
  if (length === 0) throw new FunctionProblem('the list is empty');
  const item = list.items[((index % length) + length) % length];
  if (!item) throw new FunctionProblem('the index is out of range');
  return fromContainer(item, list);
}

/** Lists within lists, and sets, at any depth; an unknown that may be a list makes all of it unknown. */
function flattenInto(flat: Value[], list: SequenceValue, depth: number): void {
  if (depth > 200) throw new RangeError('too deep');
  for (const item of list.items) {
    within(flat.length);
    if (isSequence(item)) flattenInto(flat, item, depth + 1);
    else if (item.kind === 'unknown' && mayBeList(item)) throw new NeedsUnknown(item);
    else flat.push(fromContainer(item, list));
  }
}

function mayBeList(value: Value & { readonly kind: 'unknown' }): boolean {
  const { shape } = value;
  return shape === undefined || shape === 'list' || shape === 'set' || shape === 'tuple';
}

function range(numbers: readonly number[], call: Call): Value {
  const [first = 0, second, third] = numbers;
  const start = second === undefined ? 0 : first;
  const limit = second ?? first;
  const step = third ?? (limit < start ? -1 : 1);
  if (step === 0) throw new FunctionProblem('the step is zero');
  const items: Value[] = [];
  for (let value = start; step > 0 ? value < limit : value > limit; value += step) {
    if (items.length >= 1024) throw new FunctionProblem('more than 1024 values');
    items.push(numberAt(call.at, value));
  }
  return typed(sequenceAt(call.at, 'list', items), { kind: 'list', element: NUMBER });
}

export function lengthOf(value: Value | undefined, call: Call): Value {
  if (value && isSequence(value)) return computed(numberAt(call.at, value.items.length), [value]);
  if (value && isMapping(value)) return computed(numberAt(call.at, value.entries.size), [value]);
  if (value?.kind === 'string') return computed(numberAt(call.at, characters(value.value).length), [value]);
  throw new FunctionProblem('the argument must be a list, a map or a string');
}
