import { known, unknown, type Fact, type SubjectOf } from '../../../model/index.ts';
import { daysOfAge, PERIOD_DAYS } from '../../../recovery/index.ts';
import type { DataNode } from '../../data-node.ts';
import type { KubernetesObject } from '../object.ts';
import { mistyped } from '../read.ts';
import { around, type Holder } from './holders.ts';
import { gapOfCrontab, type Gap } from '../../../syntax/cron/index.ts';
import { intervalFact } from './schedule.ts';
import { storeParts } from './store.ts';
import { backupFrom, daysOf, FOREVER_DAYS, type BackupParts } from './subject.ts';

type Read = (object: KubernetesObject, holders: readonly Holder[]) => BackupParts | undefined;

/** What copies volumes by a schedule, by group and kind. */
const KINDS: ReadonlyMap<string, Read> = new Map<string, Read>([
  ['snapscheduler.backube/SnapshotSchedule', snapshotSchedule],
  ['volsync.backube/ReplicationSource', replicationSource],
  ['k8up.io/Schedule', k8upSchedule],
]);

/** Snapshots and copies of volumes; undefined for other objects. */
export function volumeBackup(
  object: KubernetesObject,
  holders: readonly Holder[],
): SubjectOf<'backup'> | undefined {
  const parts = KINDS.get(`${object.group}/${object.kind}`)?.(object, holders);
  return parts && backupFrom(object, parts);
}

/** https://backube.github.io/snapscheduler/usage.html */
function snapshotSchedule(object: KubernetesObject, holders: readonly Holder[]): BackupParts {
  const spec = object.root.get('spec');
  const disabled = spec.get('disabled');
  const interval = intervalFact(spec.get('schedule'), disabled);
  const selector = spec.get('claimSelector');
  const chosen = selector.entries().some(([, node]) => node.entries().length > 0 || node.items().length > 0);
  return {
    mechanism: 'job',
    called: `the SnapshotSchedule ${object.name}`,
    at: spec.get('schedule'),
    method: known('snapshot', object.location),
    intervalHours: interval,
    retentionDays: snapshotRetention(spec.get('retention'), interval),
    covers: chosen ? byClaims(selector) : ofNamespace(object, holders),
    active: known(disabled.value !== true, disabled.exists ? disabled.at : object.location),
    // Snapshots lie where the volume lies.
    offsite: known(false, object.location),
    copyRegions: known([], object.location),
  };
}

function snapshotRetention(retention: DataNode, interval: Fact<number>): Fact<number> {
  const age = retention.get('expires');
  const count = retention.get('maxCount');
  if (age.exists) {
    const days = daysOfAge(age.text ?? '');
    return days === undefined ? mistyped(age, 'a duration such as 168h') : known(days, age.at);
  }
  if (typeof count.value === 'number') return daysOf({ copies: count.value }, count, interval);
  return known(FOREVER_DAYS, retention.header);
}

/** https://volsync.readthedocs.io/en/stable/usage/restic/index.html */
function replicationSource(object: KubernetesObject): BackupParts | undefined {
  const spec = object.root.get('spec');
  const mover = ['restic', 'rclone', 'rsync', 'rsyncTLS', 'syncthing']
    .map((key) => spec.get(key))
    .find(({ exists }) => exists);
  if (!mover) return undefined;
  const paused = spec.get('paused');
  const restic = mover.label === 'restic';
  const interval = intervalFact(spec.get('trigger', 'schedule'), paused);
  return {
    mechanism: restic ? 'job' : 'replication',
    called: `the ReplicationSource ${object.name}`,
    at: mover,
    method: known(restic ? 'snapshot' : 'replication', mover.header),
    intervalHours: interval,
    retentionDays: restic
      ? resticRetention(mover.get('retain'), (period) => period, interval)
      : unknown('the newest copy takes the place of the one before', mover.header),
    covers: byClaims(spec.get('sourcePVC')),
    active: known(paused.value !== true, paused.exists ? paused.at : object.location),
    lasting: known(true, mover.header),
    ...(restic && { encrypted: known(true, mover.header) }),
  };
}

/** https://docs.k8up.io/k8up/references/api-reference.html */
function k8upSchedule(object: KubernetesObject, holders: readonly Holder[]): BackupParts | undefined {
  const spec = object.root.get('spec');
  const backup = spec.get('backup');
  if (!backup.exists) return undefined;
  const store = backup.get('backend').exists ? backup.get('backend') : spec.get('backend');
  const interval = intervalFact(backup.get('schedule'), spec.get('nothing'), gapOfK8up);
  return {
    mechanism: 'job',
    called: `the Schedule ${object.name}`,
    at: backup,
    method: known('snapshot', backup.header),
    intervalHours: interval,
    retentionDays: resticRetention(
      spec.get('prune', 'retention'),
      (period) => `keep${period.charAt(0).toUpperCase()}${period.slice(1)}`,
      interval,
    ),
    covers: ofNamespace(object, holders),
    encrypted: known(true, store.header),
    ...storeParts(store),
  };
}

/** `@daily-random` is each day at a time that K8up chooses once. */
function gapOfK8up(schedule: string): Gap {
  return gapOfCrontab(schedule.replace(/-random$/, ''));
}

/** The longest of what `restic forget` keeps; without any, all of it. */
function resticRetention(
  retain: DataNode,
  keyOf: (period: string) => string,
  interval: Fact<number>,
): Fact<number> {
  const kept = PERIOD_DAYS.flatMap(([period, days]) => {
    const node = retain.get(keyOf(period));
    return typeof node.value === 'number' ? [{ days: node.value * days, at: node.at }] : [];
  });
  const longest = kept.toSorted((a, b) => b.days - a.days)[0];
  if (longest) return known(longest.days, longest.at);
  const last = retain.get(keyOf('last'));
  if (typeof last.value === 'number') return daysOf({ copies: last.value }, last, interval);
  return known(FOREVER_DAYS, retain.header);
}

function byClaims(selector: DataNode): Fact<never> {
  return unknown('which workloads hold the volumes that it takes is not known', selector.header);
}

/** All volumes of the namespace. */
function ofNamespace(object: KubernetesObject, holders: readonly Holder[]): Fact<readonly string[]> {
  const { namespace } = object;
  if (namespace === undefined)
    return unknown('it states no namespace, whose volumes it takes', object.location);
  const held = around(holders, object).filter((holder) => holder.namespace === namespace);
  return known(held.map(({ id }) => id).sort(), object.location);
}
