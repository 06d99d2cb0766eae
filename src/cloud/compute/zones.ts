import { derive } from '../resource/logic.ts';
import { elementsOf } from '../resource/lists.ts';
import { byDefault, partsOn, text, wayTo } from '../resource/part.ts';
import type { Part } from '../resource/part.ts';
import { isUnknown, known, unknown, type Fact } from '../../model/index.ts';

/** Where a type says in which zones it stands. */
export interface Zones {
  readonly always?: boolean;
  /** Lists of zones, or of subnets that are each in one; the first that is set. */
  readonly lists?: readonly (readonly string[])[];
  /** What holds where no list is set; without it the location decides. */
  readonly absent?: boolean;
  /** Attributes with a region, `europe-west1`, or a zone of it, `europe-west1-b`. */
  readonly locations?: readonly string[];
}

const ZONE = /^[a-z]+-[a-z]+\d+-[a-z]$/;

/** Does it stand in several zones? Whoever names one subnet has one zone; of several nobody here knows that they differ. */
export function zonesOf(
  resource: Part,
  { always, lists = [], absent, locations = [] }: Zones,
): Fact<boolean> {
  if (always !== undefined) return byDefault(always, resource);
  return listed(resource, lists) ?? located(resource, locations, absent);
}

function listed(resource: Part, lists: readonly (readonly string[])[]): Fact<boolean> | undefined {
  for (const way of lists) {
    const attribute = way.at(-1) ?? '';
    for (const part of partsOn(resource, way.slice(0, -1))) {
      if (part.uncertain !== undefined) return unknown(part.uncertain, part.at, part.related);
      const value = part.get(attribute);
      if (!value) continue;
      const related = wayTo(value, part);
      if (value.kind === 'unknown') return unknown(value.reason, value.at, related);
      return known(elementsOf(value).length > 1, value.at, related);
    }
  }
  return undefined;
}

function located(resource: Part, locations: readonly string[], absent: boolean | undefined): Fact<boolean> {
  const stated = locations.flatMap((name) => text(resource, name) ?? [])[0];
  if (stated) return isUnknown(stated.value) ? { ...stated, value: stated.value } : derive(stated, isRegion);
  if (absent !== undefined) return byDefault(absent, resource);
  return unknown('where it stands is for the provider to say', resource.at, resource.related);
}

function isRegion(location: string): boolean {
  return !ZONE.test(location);
}
