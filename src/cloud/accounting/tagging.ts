import {
  isUnknown,
  known,
  unknown,
  valueOf,
  type Fact,
  type SubjectOf,
  type TaggingFacts,
} from '../../model/index.ts';
import { byDefault, factOf, partsOn, textOf, type Part } from '../resource/part.ts';
import { resourcesIn, type Row } from '../resource/rows.ts';
import type { Resource, Stack } from '../resource/stack.ts';
import type { Value } from '../resource/value.ts';
import table from './taggings.json' with { type: 'json' };

interface TagRow extends Row {
  readonly on: readonly string[];
  /** Where the provider's configuration says what all of its resources get. */
  readonly all?: readonly string[];
}

type Names = Fact<readonly string[]>;

const ROWS: readonly TagRow[] = table;

/** Resources that cost money or hold data, with what they are marked with. */
export function taggings(stack: Stack): readonly SubjectOf<'tagging'>[] {
  return resourcesIn(stack, ROWS).map(({ resource, row, provider }) =>
    stack.subject('tagging', resource, { provider, ...tagsOf(resource, row) }),
  );
}

function tagsOf(resource: Resource, { on, all }: TagRow): Pick<TaggingFacts, 'names' | 'complete'> {
  // What a plan says that will be there.
  const planned = namesIn(resource, ['tags_all']);
  if (planned && !isUnknown(planned.value)) return { names: planned, complete: byDefault(true, resource) };
  const own = namesIn(resource, on) ?? byDefault([], resource);
  const given = all && givenTo(resource, all);
  const names = isUnknown(own.value) || !given ? own : { ...own, value: [...own.value, ...given.names] };
  return { names, complete: given?.complete ?? completeWithout(resource) };
}

function completeWithout(resource: Resource): Fact<boolean> {
  if (!resource.type.startsWith('AWS::')) return byDefault(true, resource);
  return unknown('tags can be given to the whole stack when it is deployed', resource.at, resource.related);
}

/** What every configuration gives that may be the resource's. */
function givenTo(
  resource: Resource,
  all: readonly string[],
): { readonly names: readonly string[]; readonly complete: Fact<boolean> } {
  const open = (reason: string): Fact<boolean> => unknown(reason, resource.at, resource.related);
  const configurations = resource.configurations?.() ?? [];
  if (configurations.length === 0)
    return {
      names: [],
      complete: open('tags can be given by the configuration of its provider, which is elsewhere'),
    };
  const given = configurations.map((part) => namesIn(part, all) ?? byDefault<readonly string[]>([], part));
  const unclear = given.find(({ value }) => isUnknown(value));
  if (unclear && isUnknown(unclear.value)) return { names: [], complete: open(unclear.value.unknown) };
  const [first = [], ...others] = given.map((names) => valueOf(names) ?? []);
  const names = first.filter((name) => others.every((other) => other.includes(name)));
  const same = others.every((other) => other.length === names.length) && first.length === names.length;
  return {
    names,
    complete: same
      ? byDefault(true, resource)
      : open('the configurations of its provider differ, and the call of the module decides which it gets'),
  };
}

function namesIn(part: Part, way: readonly string[]): Names | undefined {
  const name = way.at(-1) ?? '';
  for (const holder of partsOn(part, way.slice(0, -1))) {
    if (holder.uncertain !== undefined) return unknown(holder.uncertain, holder.at, holder.related);
    const value = holder.get(name);
    if (value) return factOf(value, holder, keysOf, 'a map of tags');
    const blocks = holder.parts(name);
    if (blocks.length > 0)
      return known(
        blocks.flatMap((block) => block.names()),
        blocks[0]?.at,
        holder.related,
      );
  }
  return undefined;
}

/** A map, or a list of keys with values. */
function keysOf(value: Value): readonly string[] | undefined {
  switch (value.kind) {
    case 'map':
    case 'object':
      return value.open ? undefined : [...value.entries.keys()];
    case 'list':
    case 'set':
    case 'tuple': {
      const keys = value.items.map((item) => keyIn(item));
      return keys.every((key) => key !== undefined) ? keys : undefined;
    }
    default:
      return undefined;
  }
}

function keyIn(item: Value): string | undefined {
  const key = item.kind === 'map' || item.kind === 'object' ? item.entries.get('Key') : undefined;
  return key && textOf(key);
}
