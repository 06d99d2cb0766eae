import { known, unknown, type BackupFacts, type Fact } from '../../../model/index.ts';
import { daysOfAge, PERIOD_DAYS, placeOf, type CopyPlace } from '../../../recovery/index.ts';
import type { Location } from '../../../source/index.ts';
import type { DataNode } from '../../data-node.ts';

type Stored = Pick<BackupFacts, 'offsite' | 'copyRegions' | 'lasting' | 'immutable'>;

/** What the names of repositories tell: one that is not on the machine itself stays when the machine is gone. */
export function storedIn(repositories: readonly DataNode[], at: DataNode): Stored {
  const places = repositories.flatMap((node) => {
    const place = node.text === undefined ? undefined : placeOf(node.text);
    return place ? [{ place, at: node.at }] : [];
  });
  return storedAt(places, at.header, places.length === repositories.length);
}

/**
 * The same of places.
 * @param all none is missing that only variables tell
 */
export function storedAt(
  places: readonly { readonly place: CopyPlace; readonly at: Location }[],
  at: Location,
  all = true,
): Stored {
  const far = places.find(({ place }) => place.kind === 'store');
  const [near] = far || !all ? [] : places;
  const regions = places.flatMap(({ place }) => place.region ?? []);
  const immutable = unknown('what it writes to decides who can delete copies', at);
  if (near)
    return {
      offsite: known(false, near.at),
      copyRegions: known([], near.at),
      lasting: unknown('what is mounted where it writes to is not told', near.at),
      immutable,
    };
  return {
    offsite: unknown('the name of the repository does not tell where it lies', far?.at ?? at),
    copyRegions:
      regions.length > 0 && regions.length === places.length
        ? known([...new Set(regions)].sort(), far?.at)
        : unknown('the name of the repository does not tell its region', far?.at ?? at),
    lasting: far ? known(true, far.at) : unknown('where it writes to is not told', at),
    immutable,
  };
}

/** The copy that is kept longest, by settings such as `keep_daily`; undefined where nothing says how long. */
export function longestKept(
  setting: (period: string) => DataNode,
): { readonly days: number; readonly at: DataNode } | undefined {
  const kept = PERIOD_DAYS.flatMap(([period, days]) => {
    const node = setting(period);
    return typeof node.value === 'number' && node.value > 0 ? [{ days: node.value * days, at: node }] : [];
  });
  return kept.toSorted((a, b) => b.days - a.days)[0];
}

/** How long copies are kept by the first of some sections of `restic forget` that says so. */
export function forgottenBy(sections: readonly DataNode[], at: Location, otherwise: string): Fact<number> {
  for (const kept of sections) {
    const within = kept.get('keep-within');
    const days = within.text === undefined ? undefined : daysOfAge(within.text);
    if (days !== undefined) return known(days, within.at);
    const longest = longestKept((period) => kept.get(`keep-${period}`));
    if (longest) return known(longest.days, longest.at.at);
  }
  return unknown(otherwise, at);
}
