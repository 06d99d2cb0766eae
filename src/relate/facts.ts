import { isUnknown, unknown, type Fact } from '../model/index.ts';
import type { Location, RelatedLocation } from '../source/index.ts';

/** More places than that help nobody to understand a finding. */
export const MAX_RELATED = 10;

export function relatedTo(
  things: readonly { readonly location: Location }[],
  message: string,
): readonly RelatedLocation[] {
  return things.slice(0, MAX_RELATED).map(({ location }) => ({ location, message }));
}

/** Why a fact is not known; undefined when it is. */
export function reasonOf(fact: Fact<unknown>): string | undefined {
  return isUnknown(fact.value) ? fact.value.unknown : undefined;
}

/** The first fact that is not known makes what follows from all of them unknown. */
export function firstUnknown(facts: readonly Fact<unknown>[]): Fact<never> | undefined {
  for (const fact of facts)
    if (isUnknown(fact.value)) return unknown(fact.value.unknown, undefined, fact.related);
  return undefined;
}

/** Each value once, in code unit order, so that no order of files shows. */
export function sorted<T extends string>(values: Iterable<T>): readonly T[] {
  return [...new Set(values)].sort();
}
