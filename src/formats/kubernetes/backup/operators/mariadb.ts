import { known, valueOf, type Fact, type SubjectOf } from '../../../../model/index.ts';
import { durationHours, gapOfCrontab } from '../../../../syntax/cron/index.ts';
import type { DataNode } from '../../../data-node.ts';
import type { KubernetesObject } from '../../object.ts';
import { mistyped } from '../../read.ts';
import { intervalFact } from '../schedule.ts';
import { storeParts } from '../store.ts';
import { backupFrom } from '../subject.ts';
import { clusterDatabase } from './database.ts';
import type { Operator, Surroundings } from './operator.ts';

/** The operator's own default. */
const DEFAULT_DAYS = 30;

/** https://github.com/mariadb-operator/mariadb-operator/blob/main/docs/api_reference.md; the group has changed once. */
export const mariadb: readonly Operator[] = ['k8s.mariadb.com', 'mariadb.mmontes.io'].map((group) => ({
  group,
  kind: 'MariaDB',
  subjects,
}));

function subjects(cluster: KubernetesObject, around: Surroundings): ReturnType<Operator['subjects']> {
  const spec = cluster.root.get('spec');
  const backups = ['Backup', 'PhysicalBackup'].flatMap((kind) =>
    around
      .ofCluster(cluster, kind)
      .filter(({ root }) => root.get('spec', 'schedule', 'cron').exists)
      .map((backup) => scheduled(backup, cluster)),
  );
  const active = backups.find(({ facts }) => valueOf(facts.active) === true);
  return [
    clusterDatabase(cluster, {
      engine: 'mariadb',
      standby: spec.get('nothing'),
      instances: spec.get('replicas'),
      spread: spec.get('affinity').exists ? spec.get('affinity') : spec.get('topologySpreadConstraints'),
      backupRetentionDays: active?.facts.retentionDays ?? known(0, cluster.location),
      pointInTimeRecovery: known(false, cluster.location),
    }),
    ...backups,
  ];
}

function scheduled(backup: KubernetesObject, cluster: KubernetesObject): SubjectOf<'backup'> {
  const spec = backup.root.get('spec');
  const schedule = spec.get('schedule');
  const suspended = schedule.get('suspend');
  return backupFrom(backup, {
    mechanism: 'database-automated',
    called: `the ${backup.kind} ${backup.name}`,
    at: schedule,
    method: known(backup.kind === 'Backup' ? 'dump' : 'snapshot', backup.location),
    intervalHours: intervalFact(schedule.get('cron'), suspended, gapOfCrontab),
    retentionDays: retentionOf(spec.get('maxRetention')),
    active: known(suspended.value !== true, suspended.exists ? suspended.at : backup.location),
    covers: known([cluster.id], spec.get('mariaDbRef').header),
    ...storeParts(spec.get('storage')),
  });
}

function retentionOf(kept: DataNode): Fact<number> {
  if (!kept.exists) return known(DEFAULT_DAYS, kept.at);
  const hours = durationHours(kept.text ?? '');
  return hours === undefined ? mistyped(kept, 'a duration such as 720h') : known(hours / 24, kept.at);
}
