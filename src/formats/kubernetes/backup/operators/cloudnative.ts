import { known, unknown, valueOf, type Fact, type Subject, type SubjectOf } from '../../../../model/index.ts';
import { policyOf } from '../../../../recovery/index.ts';
import { gapOfCrontabWithSeconds } from '../../../../syntax/cron/index.ts';
import type { DataNode } from '../../../data-node.ts';
import { nearest, referenceKey, type KubernetesObject } from '../../object.ts';
import { mistyped } from '../../read.ts';
import { intervalFact } from '../schedule.ts';
import { storeParts } from '../store.ts';
import { backupFrom, CONTINUOUS_HOURS, daysOf, FOREVER_DAYS } from '../subject.ts';
import { clusterDatabase } from './database.ts';
import type { Operator, Surroundings } from './operator.ts';
import { encryptionOf } from './storage-class.ts';

/** Where a cluster's logs and copies go, and how long they stay there. */
interface Archive {
  readonly store: DataNode;
  readonly retention: DataNode;
  /** Recovery logs go there all the time. */
  readonly continuous: boolean;
}

/** CloudNativePG: https://cloudnative-pg.io/documentation/current/backup/ */
export const cloudNative: Operator = {
  group: 'postgresql.cnpg.io',
  kind: 'Cluster',
  subjects(cluster, around) {
    const spec = cluster.root.get('spec');
    const archive = archiveOf(cluster, around);
    const schedules = around.ofCluster(cluster, 'ScheduledBackup');
    const backups = archive ? schedules.map((schedule) => scheduled(schedule, cluster, archive)) : [];
    return [
      clusterDatabase(cluster, {
        engine: 'postgres',
        standby: standbyOf(cluster),
        instances: spec.get('instances'),
        spread: spec.get('affinity'),
        encrypted: encryptionOf(cluster, volumesOf(spec), around),
        backupRetentionDays: ownRetention(cluster, archive, backups),
        pointInTimeRecovery: known(archive?.continuous === true, archive?.store.header ?? cluster.location),
      }),
      ...backups,
    ] satisfies readonly Subject[];
  },
};

/** Tables, the log where it has a volume of its own, and further spaces for tables. */
function volumesOf(spec: DataNode): readonly DataNode[] {
  const [tables, log] = [spec.get('storage'), spec.get('walStorage')];
  const spaces = spec.get('tablespaces').items();
  return [tables, ...(log.exists ? [log] : []), ...spaces.map((space) => space.get('storage'))];
}

/** Replication from a cluster elsewhere; of a distributed topology all but the one that is named as the primary. */
function standbyOf(cluster: KubernetesObject): DataNode {
  const replica = cluster.root.get('spec', 'replica');
  const [enabled, primary] = [replica.get('enabled'), replica.get('primary')];
  if (enabled.value === true) return enabled;
  const own = replica.get('self').text ?? cluster.name;
  return primary.text !== undefined && primary.text !== own ? primary : replica.get('nothing');
}

function archiveOf(cluster: KubernetesObject, around: Surroundings): Archive | undefined {
  const spec = cluster.root.get('spec');
  const backup = spec.get('backup');
  const store = backup.get('barmanObjectStore');
  if (store.exists) return { store, retention: backup.get('retentionPolicy'), continuous: true };
  const plugin = spec
    .get('plugins')
    .items()
    .find((one) => one.get('name').text?.startsWith('barman-cloud.') === true);
  if (plugin) {
    const name = plugin.get('parameters', 'barmanObjectName').text ?? '';
    const object = nearest(cluster, around.byName, referenceKey(cluster.namespace, 'ObjectStore', name));
    const settings = object?.root.get('spec');
    return {
      store: settings?.get('configuration') ?? plugin,
      retention: settings?.get('retentionPolicy') ?? plugin.get('retentionPolicy'),
      continuous: plugin.get('isWALArchiver').value !== false,
    };
  }
  const snapshot = backup.get('volumeSnapshot');
  if (!snapshot.exists) return undefined;
  return { store: snapshot, retention: backup.get('retentionPolicy'), continuous: false };
}

function scheduled(
  schedule: KubernetesObject,
  cluster: KubernetesObject,
  archive: Archive,
): SubjectOf<'backup'> {
  const spec = schedule.root.get('spec');
  const gap = intervalFact(spec.get('schedule'), spec.get('suspend'), gapOfCrontabWithSeconds);
  const suspend = spec.get('suspend');
  const snapshots = archive.store.label === 'volumeSnapshot' || spec.get('method').text === 'volumeSnapshot';
  const active = suspend.value !== true;
  return backupFrom(schedule, {
    mechanism: 'database-automated',
    called: `the ScheduledBackup ${schedule.name}`,
    at: spec.get('schedule'),
    method: known(archive.continuous ? 'continuous' : 'snapshot', archive.store.header),
    intervalHours: archive.continuous && active ? known(CONTINUOUS_HOURS, archive.store.header) : gap,
    retentionDays: retentionOf(archive, snapshots),
    active: known(active, suspend.exists ? suspend.at : schedule.location),
    covers: known([cluster.id], spec.get('cluster').header),
    ...(snapshots
      ? { offsite: known(false, archive.store.header), copyRegions: known([]) }
      : storeParts(archive.store)),
    ...encryption(archive.store),
  });
}

function retentionOf({ retention, store }: Archive, snapshots: boolean): Fact<number> {
  if (!retention.exists)
    return store.label === 'volumeSnapshot' || snapshots || store.get('destinationPath').exists
      ? known(FOREVER_DAYS, store.header)
      : unknown('the store of its copies is not among the files', store.header);
  const kept = policyOf(retention.text);
  return kept ? daysOf(kept, retention, known(24)) : mistyped(retention, 'a time such as 30d');
}

function encryption(store: DataNode): Partial<SubjectOf<'backup'>['facts']> {
  const data = store.get('data', 'encryption');
  return data.exists ? { encrypted: known(true, data.at) } : {};
}

/** What makes the copies is said by ScheduledBackups; without one nobody knows whether there are any. */
function ownRetention(
  cluster: KubernetesObject,
  archive: Archive | undefined,
  backups: readonly SubjectOf<'backup'>[],
): Fact<number> {
  const backup = cluster.root.get('spec', 'backup');
  if (!archive) return known(0, backup.exists ? backup.header : cluster.location);
  const on = backups.find(({ facts }) => valueOf(facts.active) === true);
  if (on) return on.facts.retentionDays;
  const [off] = backups;
  if (off) return known(0, off.facts.active.at);
  return unknown(
    `no ScheduledBackup of ${cluster.name} is among the files, and without a copy the archived logs bring nothing back`,
    archive.store.header,
  );
}
