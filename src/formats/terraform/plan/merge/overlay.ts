import type { MappingValue, Value } from '../../../../cloud/index.ts';
import type { Location } from '../../../../source/index.ts';
import type { EvaluatedBlock } from '../../evaluate/index.ts';
import { LazyEntries } from '../../evaluate/modules/cells.ts';
import { isMapping, isSequence } from '../../evaluate/values/inspect.ts';
import { pair, sameScalar } from './pair.ts';

type Attributes = ReadonlyMap<string, Value>;

/** A block of the code with the plan's values: these tell what, the code tells where and of which resource. */
export function overlayBlock(planned: Attributes, source: EvaluatedBlock): EvaluatedBlock {
  const types = new Set(source.blocks.map(({ type }) => type));
  const { location } = source;
  const told = new Map([...planned].filter(([name, value]) => source.attributes.has(name) || isTold(value)));
  const attributes = overlayEntries(told, source.attributes, location, types);
  const blocks = [...types].flatMap((type) => {
    const written = source.blocks.filter((block) => block.type === type);
    const value = planned.get(type);
    // What the plan cannot tell yet, the code may tell in part.
    return !value || value.kind === 'unknown' ? written : blocksOf(type, value, written, location);
  });
  // eslint-disable-next-line @typescript-eslint/no-unused-vars -- the plan tells whether it is there
  const { uncertain, ...known } = source;
  return { ...known, attributes, blocks };
}

function blocksOf(
  type: string,
  value: Value,
  written: readonly EvaluatedBlock[],
  at: Location,
): readonly EvaluatedBlock[] {
  const items = (isSequence(value) ? value.items : [value]).filter(isMapping);
  const paired = pair(items, written.map(blockValue));
  return paired.map(([{ entries }, index]) => {
    const source = index === undefined ? undefined : written[index];
    if (source) return overlayBlock(entries, source);
    // A block that only the plan has stands where its resource does.
    const attributes = placedAt(entries, at);
    const attributeLocations = new Map<string, Location>();
    return { type, labels: [], attributes, attributeLocations, blocks: [], location: at, bodyLocation: at };
  });
}

/** What nobody set is absent where the provider decides it later, or has nothing of it. */
function isTold(value: Value): boolean {
  if (isSequence(value)) return value.items.length > 0;
  if (isMapping(value)) return value.entries.size > 0;
  return value.kind !== 'unknown' && !(value.kind === 'string' && value.value === '');
}

function blockValue({ attributes, location }: EvaluatedBlock): MappingValue {
  return { kind: 'object', entries: attributes, at: location, chain: [] };
}

/** What a plan has, all of it at one place of the code: there is nothing more exact there. */
export function placedAt(planned: Attributes, at: Location): Attributes {
  return overlayEntries(planned, new Map(), at, new Set());
}

function overlayEntries(
  planned: Attributes,
  source: Attributes,
  at: Location,
  without: ReadonlySet<string>,
): Attributes {
  const names = new Set([...planned.keys(), ...source.keys()].filter((name) => !without.has(name)));
  const made = new Map<string, Value>();
  return new LazyEntries(names, (name) => {
    const known = made.get(name);
    if (known) return known;
    const value = overlayValue(planned.get(name), source.get(name), at);
    made.set(name, value);
    return value;
  });
}

function overlayValue(planned: Value | undefined, source: Value | undefined, at: Location): Value {
  if (!planned) return source ?? { kind: 'null', at, chain: [] };
  if (!source) return moved(planned, { at, chain: [] }, at);
  if (planned.kind === 'unknown') {
    if (source.kind !== 'unknown') return source;
    const { reference = planned.reference } = source;
    return { ...source, reason: planned.reason, ...(reference && { reference }) };
  }
  // Of what is written but never kept, such as a password, the plan has nothing.
  if (planned.kind === 'null') return source.kind === 'unknown' ? { ...planned, at: source.at } : source;
  if (sameScalar(planned, source)) return source;
  return moved(planned, source, source.at);
}

/** The planned value at the source's place; the parts of it at their own. */
function moved(planned: Value, source: Value | Pick<Value, 'at' | 'chain'>, at: Location): Value {
  const { chain } = source;
  const reference = ('kind' in source ? source.reference : undefined) ?? planned.reference;
  const origin = { at, chain, ...(reference && { reference }) };
  if (isSequence(planned)) {
    const others = 'kind' in source && isSequence(source) ? source.items : [];
    const items = pair(planned.items, others).map(([item, index]) =>
      overlayValue(item, index === undefined ? undefined : others[index], at),
    );
    return { ...planned, ...origin, items };
  }
  if (isMapping(planned)) {
    const others = 'kind' in source && isMapping(source) ? source.entries : new Map<string, Value>();
    return { ...planned, ...origin, entries: overlayEntries(planned.entries, others, at, new Set()) };
  }
  return { ...planned, ...origin };
}
