import { known, unknown, type BackupFacts, type Fact, type SubjectOf } from '../../../model/index.ts';
import { daysKept, type Kept } from '../../../recovery/index.ts';
import type { DataNode } from '../../data-node.ts';
import { subjectFrom, type KubernetesObject } from '../object.ts';

/** Recovery logs that are shipped all the time lose five minutes at most. */
export const CONTINUOUS_HOURS: number = 5 / 60;
/** For what nothing deletes. */
export const FOREVER_DAYS = 36_500;

/** What there is to say of one backup; what is left out is for others to decide. */
export type BackupParts = Partial<BackupFacts> &
  Pick<BackupFacts, 'mechanism' | 'method' | 'intervalHours' | 'retentionDays' | 'covers'> & {
    /** What it is called in messages: `the schedule nightly`. */
    readonly called: string;
    readonly at: DataNode;
    /** What tells it from others of the same object. */
    readonly key?: string;
  };

/** A backup, with reasons for what its object does not tell. */
export function backupFrom(object: KubernetesObject, parts: BackupParts): SubjectOf<'backup'> {
  const { called, at, key, mechanism, method, intervalHours, retentionDays, ...facts } = parts;
  const place = at.exists ? at.header : object.location;
  const subject = subjectFrom(object, 'backup', {
    mechanism,
    method,
    intervalHours,
    retentionDays,
    offsite: unknown(`the files do not tell in which region or account ${called} puts its copies`, place),
    copyRegions: unknown(`the files do not tell in which region ${called} puts its copies`, place),
    encrypted: unknown(`where ${called} puts its copies decides whether they are encrypted`, place),
    immutable: unknown(`where ${called} puts its copies decides who can delete them`, place),
    active: known(true, place),
    lasting: unknown(`the files do not tell where ${called} puts its copies`, place),
    sources: [],
    ...facts,
  });
  return key === undefined
    ? subject
    : { ...subject, id: `${subject.id}.${key}`, name: `${subject.name}.${key}`, location: place };
}

/** How long copies are kept, where a number of them is, by how often they are made. */
export function daysOf(kept: Kept, at: DataNode, interval: Fact<number>): Fact<number> {
  return daysKept(kept, at.at, interval);
}
