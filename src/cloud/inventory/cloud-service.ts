import {
  isUnknown,
  known,
  unknown,
  valueOf,
  type CloudServiceFacts,
  type Fact,
  type SubjectOf,
} from '../../model/index.ts';
import { elementsOf } from '../resource/lists.ts';
import { anyTrue, derive } from '../resource/logic.ts';
import { bool, byDefault, factOf, number, partsOn, text, textOf, type Part } from '../resource/part.ts';
import { resourcesIn, type Row } from '../resource/rows.ts';
import { boolSetting, type Setting } from '../resource/setting.ts';
import type { Resource, Stack } from '../resource/stack.ts';
import table from './cloud-services.json' with { type: 'json' };

/** A type of resource as plans list it; ways of names lead to what they say of it. */
interface ServiceRow extends Row {
  readonly type: string;
  readonly services: readonly string[];
  /** What tells which of several such services it is: `postgres`. */
  readonly engine?: Way;
  readonly size?: Way;
  /** GiB. */
  readonly storage?: Way;
  readonly storageMib?: Way;
  /** True: there is a second one that takes over. */
  readonly standby?: Way;
  /** Words that say so, where it is no truth value. */
  readonly standbyWhen?: readonly string[];
  readonly count?: Way;
  readonly least?: Way;
  readonly most?: Way;
  /** It has machines in each of its zones, as many as that. */
  readonly zonal?: boolean;
  /** It holds others, which are counted, and is none itself. */
  readonly none?: boolean;
  /** Where it says that its cloud adds machines, or what runs without them, as they are needed. */
  readonly elastic?: readonly Setting[];
  /** Types of resources that add and take away machines of such services, by rules of their own. */
  readonly grownBy?: readonly string[];
}

type Way = readonly string[];

type Counts = Pick<CloudServiceFacts, 'least' | 'most'>;

const ROWS: readonly ServiceRow[] = table;

/** What a stack makes, as a plan lists services. */
export function cloudServices(stack: Stack): readonly SubjectOf<'cloud-service'>[] {
  return resourcesIn(stack, ROWS).map(({ resource, row, provider }) =>
    stack.subject('cloud-service', resource, {
      provider,
      type: row.type,
      services: servicesOf(resource, row),
      size: sizeOf(resource, row.size),
      ...grown(countsOf(resource, row), resource, row, stack),
      storageGib: storageOf(resource, row),
    }),
  );
}

/** `rds` with the engine `aurora-postgresql` is called `rds-postgres`, too, without signs. */
function servicesOf(resource: Resource, { services, engine }: ServiceRow): Fact<readonly string[]> {
  const named = engine && textOn(resource, engine);
  if (!named) return byDefault(services, resource);
  return derive(named, (written): readonly string[] => {
    const plain = written.toLowerCase().replace(/[^a-z]/g, '');
    const short = plain.replace(/^aurora/, '').replace(/^postgresql/, 'postgres');
    const long = short === 'postgres' ? ['postgresql'] : [];
    return [
      ...services,
      ...[...new Set([plain, short, ...long])].flatMap((name) => [
        name,
        ...services.map((one) => one + name),
      ]),
    ];
  });
}

function sizeOf(resource: Resource, way: Way | undefined): Fact<string | null> {
  if (!way) return byDefault(null, resource);
  for (const part of partsOn(resource, way.slice(0, -1))) {
    const value = part.get(way.at(-1) ?? '');
    if (!value) continue;
    const elements = elementsOf(value);
    const [only] = elements;
    if (elements.length > 1) return unknown('it may be of several sizes', value.at, part.related);
    return factOf(only ?? value, part, textOf, 'a text');
  }
  return byDefault(null, resource);
}

function countsOf(resource: Resource, row: ServiceRow): Counts {
  const same = (fact: Fact<number>): Counts => ({
    least: fact,
    most: fact,
  });
  if (row.none) return same(byDefault(0, resource));
  if (row.zonal) return zonalCounts(resource, row);
  const [least, most] = [row.least, row.most].map((way) => way && numberOn(resource, way));
  if (least && most) return { least, most };
  const count = row.count && numberOn(resource, row.count);
  if (count) return same(count);
  if (row.least || row.count) return same(unknown('how many there are is not set', resource.at));
  const standby = row.standby && standbyOn(resource, row.standby, row.standbyWhen);
  const one = byDefault(1, resource);
  if (!standby) return same(one);
  if (isUnknown(standby.value)) return { least: one, most: derive(standby, () => 2) };
  return { least: one, most: known(valueOf(standby) === true ? 2 : 1, standby.at, standby.related) };
}

/** What a cloud adds by itself has no most that the files tell, whatever they make beside it. */
function grown(
  counts: Counts,
  resource: Resource,
  { elastic = [], grownBy = [] }: ServiceRow,
  stack: Stack,
): Counts {
  const grower = grownBy.flatMap((type) => stack.of(type))[0];
  if (grower) {
    const growing = unknown('what scales it may add some and take some away', resource.at, [
      { location: grower.at, message: 'what scales is here' },
    ]);
    return { least: growing, most: growing };
  }
  const adds = anyTrue(
    elastic.map((setting) => boolSetting(resource, setting)),
    byDefault(false, resource),
  );
  if (valueOf(adds) === false) return counts;
  const reason = isUnknown(adds.value) ? adds.value.unknown : 'its cloud adds machines as they are needed';
  return { ...counts, most: unknown(reason, adds.at, adds.related) };
}

/** Their number is that of each zone, where it says which zones these are. */
function zonalCounts(resource: Resource, row: ServiceRow): Counts {
  const zones = zoneCount(resource);
  const [least, most] = [row.least, row.most].map(
    (way) => (way && numberOn(resource, way)) ?? (row.count && numberOn(resource, row.count)),
  );
  const times = (fact: Fact<number> | undefined): Fact<number> =>
    zones === undefined || !fact
      ? unknown('it has machines in each of its zones', resource.at, resource.related)
      : derive(fact, (count) => count * zones);
  return { least: times(least), most: times(most) };
}

/** `europe-west1-b` is one zone; a region's are as many as are listed. */
function zoneCount(resource: Resource): number | undefined {
  const listed = resource.get('node_locations');
  if (listed) return listed.kind === 'unknown' ? undefined : elementsOf(listed).length || undefined;
  const location = text(resource, 'location');
  return location && /-[a-z]$/.test(valueOf(location) ?? '') ? 1 : undefined;
}

function storageOf(resource: Resource, { storage, storageMib }: ServiceRow): Fact<number | null> {
  const mib = storageMib && numberOn(resource, storageMib);
  if (mib) return derive(mib, (size) => size / 1024);
  return (storage && numberOn(resource, storage)) ?? byDefault(null, resource);
}

function standbyOn(
  resource: Resource,
  way: Way,
  words: readonly string[] | undefined,
): Fact<boolean> | undefined {
  if (!words) return firstOn(resource, way, bool);
  const stated = textOn(resource, way);
  return stated && derive(stated, (word) => words.includes(word));
}

function numberOn(resource: Part, way: Way): Fact<number> | undefined {
  return firstOn(resource, way, number);
}

function textOn(resource: Part, way: Way): Fact<string> | undefined {
  return firstOn(resource, way, text);
}

function firstOn<T>(
  resource: Part,
  way: Way,
  read: (part: Part, name: string) => Fact<T> | undefined,
): Fact<T> | undefined {
  for (const part of partsOn(resource, way.slice(0, -1))) {
    const found = read(part, way.at(-1) ?? '');
    if (found) return found;
  }
  return undefined;
}
