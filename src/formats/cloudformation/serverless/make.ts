import { mappingAt, sequenceAt, stringAt, unknownAt, type Value } from '../../../cloud/index.ts';
import type { Location } from '../../../source/index.ts';
import type { Declared } from '../evaluate/resource.ts';

export type Properties = ReadonlyMap<string, Value>;

/** A resource that SAM makes of another one, with its conditions and its place. */
export function made(
  from: Declared,
  address: string,
  type: string,
  properties: Readonly<Record<string, Value | undefined>>,
): Declared {
  const { at, related, uncertain } = from;
  return {
    address,
    type,
    at,
    related,
    ...(uncertain !== undefined && { uncertain }),
    properties: new Map(Object.entries(properties).filter((entry): entry is [string, Value] => !!entry[1])),
    attributes: new Map(),
  };
}

/** The properties of some names, under these names or others. */
export function renamed(
  properties: Properties,
  names: Readonly<Record<string, string>>,
): Readonly<Record<string, Value | undefined>> {
  return Object.fromEntries(Object.entries(names).map(([name, other]) => [other, properties.get(name)]));
}

export function object(at: Location, entries: Readonly<Record<string, Value | undefined>>): Value {
  const given = Object.entries(entries).filter((entry): entry is [string, Value] => !!entry[1]);
  return mappingAt(at, 'object', new Map(given));
}

export function list(at: Location, items: readonly Value[]): Value {
  return sequenceAt(at, 'tuple', items);
}

export function text(at: Location, value: string): Value {
  return stringAt(at, value);
}

/** What refers to a resource that is known after deployment. */
export function referring(at: Location, address: string, ...path: readonly string[]): Value {
  const reason = `${[address, ...path].join('.')} is known after deployment`;
  return unknownAt(at, reason, { reference: { mode: 'managed', address, path } });
}

/** The entries of a map; none of anything else. */
export function entriesOf(value: Value | undefined): Properties {
  return value && 'entries' in value ? value.entries : new Map<string, Value>();
}

/** The elements of a list, or the single value in its place. */
export function itemsOf(value: Value | undefined): readonly Value[] {
  if (!value) return [];
  return 'items' in value ? value.items : [value];
}

export function textOf(value: Value | undefined): string | undefined {
  return value?.kind === 'string' ? value.value : undefined;
}
