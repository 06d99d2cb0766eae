import { known, unknown, type Fact } from '../../model/index.ts';
import type { Location, RelatedLocation } from '../../source/index.ts';
import type { Value } from './value.ts';

/** A block, or an object that an attribute gives in a block's place. */
export interface Part {
  /** The header; where defaults point. */
  readonly at: Location;
  /** The module calls that lead here. */
  readonly related: readonly RelatedLocation[];
  /** Why it is not known whether it is there. */
  readonly uncertain?: string;
  /** Names of its attributes and blocks, each once, as they are written. */
  names(): readonly string[];
  /** What an attribute is set to; undefined when it is absent or null. */
  get(name: string): Value | undefined;
  /** Nested blocks of a name, or the objects of an attribute of that name. */
  parts(name: string): readonly Part[];
}

const NOTHING: Pick<Part, 'names' | 'get' | 'parts'> = {
  names: () => [],
  get: () => undefined,
  parts: () => [],
};

/** The objects that a value is or has; of what is not known one that is uncertain. */
export function valueParts(value: Value, related: readonly RelatedLocation[]): readonly Part[] {
  switch (value.kind) {
    case 'list':
    case 'set':
    case 'tuple':
      return value.items.flatMap((item) => valueParts(item, wayTo(value, { related })));
    case 'map':
    case 'object': {
      const get = (name: string): Value | undefined => present(value.entries.get(name));
      const parts = (name: string): readonly Part[] => {
        const inner = get(name);
        return inner ? valueParts(inner, related) : [];
      };
      const names = (): readonly string[] => [...value.entries.keys()];
      return [{ at: value.at, related: wayTo(value, { related }), names, get, parts }];
    }
    case 'unknown':
      return [{ at: value.at, related, uncertain: value.reason, ...NOTHING }];
    case 'null':
    case 'bool':
    case 'number':
    case 'string':
      return [];
  }
}

/** What is there; null is the same as nothing. */
export function present(value: Value | undefined): Value | undefined {
  return value?.kind === 'null' ? undefined : value;
}

/** A value as a fact; `read` gives undefined for what is not of the wanted type. */
export function factOf<T>(
  value: Value,
  from: Part,
  read: (value: Value) => T | undefined,
  wanted: string,
): Fact<T> {
  const related = wayTo(value, from);
  if (from.uncertain !== undefined) return unknown(from.uncertain, value.at, related);
  if (value.kind === 'unknown') return unknown(value.reason, value.at, related);
  const result = read(value);
  if (result !== undefined) return known(result, value.at, related);
  return unknown(`what is written here is not ${wanted}`, value.at, related);
}

/** How a value came to where it is used: its own way, and the module calls around, each place once. */
export function wayTo(value: Pick<Value, 'chain'>, from: Pick<Part, 'related'>): readonly RelatedLocation[] {
  if (value.chain.length === 0) return from.related;
  const own = new Set(value.chain.map(({ location }) => keyOf(location)));
  const around = from.related.filter(({ location }) => !own.has(keyOf(location)));
  return around.length === 0 ? value.chain : [...value.chain, ...around];
}

function keyOf({ file, span }: Location): string {
  return `${file.path}:${span.start}`;
}

/** The provider's default, at the header of the block that leaves the attribute out. */
export function byDefault<T>(value: T, from: Part): Fact<T> {
  if (from.uncertain !== undefined) return unknown(from.uncertain, from.at, from.related);
  return known(value, from.at, from.related);
}

/** Templates of CloudFormation have `'True'` too, and the words of YAML 1.1; Terraform takes 0 and 1 for them. */
const WORDS: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['yes', true],
  ['on', true],
  ['false', false],
  ['no', false],
  ['off', false],
  ['1', true],
  ['0', false],
]);

/** There is no such thing here, which is known even where it is not known whether the part is there. */
export function nothing(part: Pick<Part, 'at' | 'related'>): Fact<null> {
  return known(null, part.at, part.related);
}

export function boolOf(value: Value): boolean | undefined {
  if (value.kind === 'bool') return value.value;
  return WORDS.get(textOf(value)?.toLowerCase() ?? '');
}

export function numberOf(value: Value): number | undefined {
  if (value.kind === 'number') return value.value;
  if (value.kind !== 'string' || value.value.trim() === '') return undefined;
  const number = Number(value.value);
  return Number.isNaN(number) ? undefined : number;
}

export function textOf(value: Value): string | undefined {
  if (value.kind === 'string') return value.value;
  return value.kind === 'number' || value.kind === 'bool' ? String(value.value) : undefined;
}

export function bool(part: Part, name: string): Fact<boolean> | undefined {
  const value = part.get(name);
  return value && factOf(value, part, boolOf, 'true or false');
}

export function number(part: Part, name: string): Fact<number> | undefined {
  const value = part.get(name);
  return value && factOf(value, part, numberOf, 'a number');
}

export function text(part: Part, name: string): Fact<string> | undefined {
  const value = part.get(name);
  return value && factOf(value, part, textOf, 'a text');
}

/** The parts that a dotted way of block names leads to; the last name is the attribute's. */
export function partsOn(part: Part, way: readonly string[]): readonly Part[] {
  let parts: readonly Part[] = [part];
  for (const name of way) parts = parts.flatMap((each) => each.parts(name));
  return parts;
}
