import { known, unknown, type BackupFacts } from '../../model/index.ts';
import { placeOf } from '../../recovery/index.ts';
import type { DataNode } from '../data-node.ts';

type Stored = Pick<BackupFacts, 'offsite' | 'copyRegions' | 'lasting' | 'immutable'>;

/** What the names of repositories tell: one that is not on the machine itself stays when the machine is gone. */
export function storedIn(repositories: readonly DataNode[], at: DataNode): Stored {
  const places = repositories.flatMap((node) => {
    const place = node.text === undefined ? undefined : placeOf(node.text);
    return place ? [{ node, place }] : [];
  });
  const far = places.find(({ place }) => place.kind === 'store');
  const near = places.length > 0 && places.length === repositories.length && !far;
  const regions = places.flatMap(({ place }) => place.region ?? []);
  const immutable = unknown('what it writes to decides who can delete copies', at.header);
  if (near) {
    const place = places[0]?.node.at ?? at.header;
    return {
      offsite: known(false, place),
      copyRegions: known([], place),
      lasting: unknown('what is mounted where it writes to is not told', place),
      immutable,
    };
  }
  return {
    offsite: unknown('the name of the repository does not tell where it lies', (far?.node ?? at).header),
    copyRegions:
      regions.length > 0 && regions.length === places.length
        ? known([...new Set(regions)].sort(), far?.node.at)
        : unknown('the name of the repository does not tell its region', (far?.node ?? at).header),
    lasting: far ? known(true, far.node.at) : unknown('where it writes to is not told', at.header),
    immutable,
  };
}

/** Days that one kept copy of a period stands for. */
const PERIODS = [
  ['hourly', 1 / 24],
  ['daily', 1],
  ['weekly', 7],
  ['monthly', 31],
  ['yearly', 366],
] as const;

/** The copy that is kept longest, by settings such as `keep_daily`; undefined where nothing says how long. */
export function longestKept(
  setting: (period: string) => DataNode,
): { readonly days: number; readonly at: DataNode } | undefined {
  const kept = PERIODS.flatMap(([period, days]) => {
    const node = setting(period);
    return typeof node.value === 'number' && node.value > 0 ? [{ days: node.value * days, at: node }] : [];
  });
  return kept.toSorted((a, b) => b.days - a.days)[0];
}
