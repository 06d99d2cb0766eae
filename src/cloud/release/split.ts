import { isUnknown, known, unknown, valueOf, type Fact, type Subject } from '../../model/index.ts';
import { elementsOf } from '../resource/lists.ts';
import { factOf, number, numberOf, partsOn, text, type Part } from '../resource/part.ts';
import { resourcesIn, type Row } from '../resource/rows.ts';
import type { Resource, Stack } from '../resource/stack.ts';
import { plainFacts, productionOf } from './facts.ts';
import table from './splits.json' with { type: 'json' };

interface SplitRow extends Row {
  readonly kind: string;
  /** The blocks that each give a version its part of the traffic, and the attribute that says how much. */
  readonly parts: readonly string[];
  readonly weight: string;
  /** Its name says what it is for: an alias `live` is in every environment. */
  readonly named: boolean;
  /** The weights stand in a map from versions to them, which holds those of the new versions only. */
  readonly map?: boolean;
}

const ROWS: readonly SplitRow[] = table;

/** Services that give two versions a part of the traffic each, until someone changes what is written. */
export function splitReleases(stack: Stack): readonly Subject[] {
  return resourcesIn(stack, ROWS).flatMap(({ resource, row }) => {
    const split = splitOf(resource, row);
    if (!split) return [];
    const name = text(resource, 'name') ?? text(resource, 'Name');
    return stack.subject('rollout', resource, {
      ...plainFacts(resource),
      type: row.kind,
      strategy: known('canary', split.at, split.related),
      production: productionOf(stack, resource, row.named ? [name && valueOf(name), resource.address] : []),
      gated: known(true, split.at, split.related),
      judged: unknown(
        'who changes its weights, and after what, is not written here',
        split.at,
        split.related,
      ),
    });
  });
}

/** The place of the first weight that is a part only. */
function splitOf(resource: Resource, row: SplitRow): Fact<number> | undefined {
  return weights(resource, row).find((weight) => {
    const { value } = weight;
    return !isUnknown(value) && value > 0 && value < (row.map ? 1 : 100);
  });
}

function weights(resource: Resource, row: SplitRow): readonly Fact<number>[] {
  const parts = partsOn(resource, row.parts);
  if (row.map) return parts.flatMap((part) => mapped(part, row.weight));
  return parts.flatMap((part) => number(part, row.weight) ?? []);
}

function mapped(part: Part, name: string): readonly Fact<number>[] {
  const value = part.get(name);
  if (!value) return [];
  const inner = 'entries' in value ? [...value.entries.values()] : elementsOf(value);
  return inner.flatMap((each) => {
    const weight = 'entries' in each ? each.entries.get('FunctionWeight') : each;
    return weight ? [factOf(weight, part, numberOf, 'a number')] : [];
  });
}
