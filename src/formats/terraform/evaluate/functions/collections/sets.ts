import {
  computed,
  sequenceAt,
  type SequenceValue,
  unknownFrom,
  type Value,
} from '../../../../../cloud/index.ts';
import { ANY, type TfType } from '../../values/types.ts';
import { convert, distinct, primitiveKey } from '../../values/convert.ts';
import { equalValues, firstUnknown } from '../../values/inspect.ts';
import { fromContainer } from '../../values/step.ts';
import { typed, typeOf, unify } from '../../values/unify.ts';
import { type Call, FunctionProblem, type FunctionSpec, type Functions } from '../define.ts';
import { collectionOf, listOf, within } from './lists.ts';

export const SET_FUNCTIONS: Functions = {
  setintersection: onSets(([first, ...others]) =>
    (first?.items ?? []).filter((item) => others.every((other) => includes(other, item))),
  ),
  setproduct: { min: 1, max: Infinity, run: product },
  setsubtract: onSets(([first, second]) =>
    (first?.items ?? []).filter((item) => !second || !includes(second, item)),
  ),
  setunion: onSets((sets) => sets.flatMap((set) => set.items)),
};

/** Membership cannot be told while an element is unknown. */
function onSets(run: (sets: readonly SequenceValue[]) => readonly Value[]): FunctionSpec {
  return {
    min: 1,
    max: Infinity,
    run: (args, call) => {
      const given = args.map((arg) => collectionOf(arg, 'set'));
      for (const set of given) {
        const unknown = firstUnknown(set);
        if (unknown) return unknownFrom(unknown, { shape: 'set' });
      }
      const type = unify(given.map(typeOf));
      if (!type || (given.some(holdsBareNulls) && isDeep(type)))
        throw new FunctionProblem('the sets have no type in common');
      const sets = given.map((set) => collectionOf(convert(set, type), 'set'));
      const items = run(sets);
      within(items.length);
      return computed(typed(sequenceAt(call.at, 'set', distinct(items)), type), sets);
    },
  };
}

/** Nulls without a type go with strings, numbers and bools, and with nothing that holds others. */
function holdsBareNulls(set: SequenceValue): boolean {
  const type = typeOf(set);
  return set.items.length > 0 && 'element' in type && type.element.kind === 'any';
}

function isDeep(type: TfType): boolean {
  return 'element' in type && !['any', 'string', 'number', 'bool'].includes(type.element.kind);
}

const KEYS = new WeakMap<SequenceValue, ReadonlySet<string>>();

function includes(set: SequenceValue, item: Value): boolean {
  const key = primitiveKey(item);
  if (key === undefined) return set.items.some((other) => equalValues(other, item) === true);
  let keys = KEYS.get(set);
  if (!keys) {
    keys = new Set(set.items.map(primitiveKey).filter((other) => other !== undefined));
    KEYS.set(set, keys);
  }
  return keys.has(key);
}

function product(args: readonly Value[], call: Call): Value {
  const lists = args.map((arg) => (listOf(arg).kind === 'set' ? listOf(arg) : collectionOf(arg, 'list')));
  let rows: readonly (readonly Value[])[] = [[]];
  for (const list of lists) {
    within(rows.length * list.items.length);
    const wider: (readonly Value[])[] = [];
    for (const row of rows) {
      for (const item of list.items) wider.push([...row, fromContainer(item, list)]);
    }
    rows = wider;
  }
  const kind = lists.some((list) => list.kind === 'set') ? 'set' : 'list';
  const items = rows.map((row) => sequenceAt(call.at, 'tuple', row));
  const made = sequenceAt(call.at, kind, kind === 'set' ? distinct(items) : items);
  const elements = lists.map(typeOf).map((type) => ('element' in type ? type.element : ANY));
  return typed(made, { kind, element: { kind: 'tuple', elements } });
}
