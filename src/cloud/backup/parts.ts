import { known, unknown, type BackupFacts, type Fact } from '../../model/index.ts';
import { byDefault, type Part } from '../resource/part.ts';

/** Recovery logs that are shipped all the time lose five minutes at most, by what AWS, Azure and Google promise. */
export const CONTINUOUS_HOURS: number = 5 / 60;
/** For what nothing deletes. */
export const FOREVER_DAYS = 36_500;

/** What there is to say of one backup; what is left out is not told by its resource. */
export type BackupParts = Partial<BackupFacts> &
  Pick<BackupFacts, 'mechanism' | 'method' | 'intervalHours' | 'retentionDays' | 'covers'>;

/** The facts of a backup: copies of a cloud's own services are on and lasting, unless they say otherwise. */
export function backupFacts(part: Part, parts: BackupParts): BackupFacts {
  const { mechanism, method, intervalHours, retentionDays, ...others } = parts;
  return {
    mechanism,
    method,
    intervalHours,
    retentionDays,
    offsite: byDefault(false, part),
    copyRegions: byDefault([], part),
    encrypted: untold('whether its copies are encrypted is not told here', part),
    immutable: byDefault(false, part),
    active: byDefault(true, part),
    lasting: byDefault(true, part),
    sources: [],
    ...others,
  };
}

export function untold(reason: string, part: Part): Fact<never> {
  return unknown(part.uncertain ?? reason, part.at, part.related);
}

/** Ids of resources of the stack, at a place. */
export function covering(path: string, addresses: Iterable<string>, part: Part): Fact<readonly string[]> {
  const ids = [...new Set(addresses)].map((address) => `${path}:${address}`).sort();
  return part.uncertain === undefined ? known(ids, part.at, part.related) : untold('', part);
}
