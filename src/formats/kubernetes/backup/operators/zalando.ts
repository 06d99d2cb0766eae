import { known, unknown, type Fact, type Subject } from '../../../../model/index.ts';
import { gapOfCrontab } from '../../../../syntax/cron/index.ts';
import type { DataNode } from '../../../data-node.ts';
import type { KubernetesObject } from '../../object.ts';
import { intervalFact } from '../schedule.ts';
import { backupFrom, CONTINUOUS_HOURS, daysOf } from '../subject.ts';
import { clusterDatabase } from './database.ts';
import type { Operator } from './operator.ts';

/** Where Spilo ships its logs to. */
const ARCHIVE = /^(?:WAL_(?:S3|GCS|GS)_BUCKET|WAL[EG]_(?:S3|GS|AZ|SSH|WABS)_PREFIX)$/;
/** Spilo's own defaults: a copy each night, five of them. */
const DEFAULT_COPIES = 5;
/** The operator's own default, where its configuration has none. */
const DEFAULT_SCHEDULE_HOURS = 24;

/** Zalando's operator: https://postgres-operator.readthedocs.io/en/latest/administrator/#wal-archiving-and-physical-basebackups */
export const zalando: Operator = {
  group: 'acid.zalan.do',
  kind: 'postgresql',
  subjects(cluster) {
    const spec = cluster.root.get('spec');
    const logical = spec.get('enableLogicalBackup');
    const archive = variable(spec, (name) => ARCHIVE.test(name));
    const backups = [
      ...(archive ? [archived(cluster, archive)] : []),
      ...(logical.value === true ? [dumped(cluster, logical)] : []),
    ];
    return [
      clusterDatabase(cluster, {
        engine: 'postgres',
        standby: spec.get('standby'),
        instances: spec.get('numberOfInstances'),
        spread: spec.get('topologySpreadConstraints'),
        backupRetentionDays: backups[0]?.facts.retentionDays ?? elsewhere(cluster),
        pointInTimeRecovery: archive ? known(true, archive.header) : elsewhere(cluster),
      }),
      ...backups,
    ] satisfies readonly Subject[];
  },
};

/** The operator gives all its clusters a bucket for their logs, where it is told so. */
function elsewhere(cluster: KubernetesObject): Fact<never> {
  return unknown("whether logs are shipped is in the operator's own configuration", cluster.location);
}

function dumped(cluster: KubernetesObject, logical: DataNode): Extract<Subject, { kind: 'backup' }> {
  const spec = cluster.root.get('spec');
  const schedule = spec.get('logicalBackupSchedule');
  const kept = spec.get('logicalBackupRetention');
  const days = /^(\d{1,5}) (day|week|month|year)s?$/.exec(kept.text ?? '');
  const length = { day: 1, week: 7, month: 30, year: 365 }[days?.[2] ?? ''] ?? 0;
  return backupFrom(cluster, {
    mechanism: 'database-automated',
    key: 'logical',
    called: `the dump of ${cluster.name}`,
    at: logical,
    method: known('dump', logical.header),
    intervalHours: schedule.exists
      ? intervalFact(schedule, spec.get('nothing'), gapOfCrontab)
      : known(DEFAULT_SCHEDULE_HOURS, logical.at),
    retentionDays:
      length > 0
        ? known(Number(days?.[1]) * length, kept.at)
        : unknown("how long dumps are kept is in the operator's own configuration", logical.header),
    covers: known([cluster.id], logical.header),
    lasting: known(true, logical.header),
  });
}

function archived(cluster: KubernetesObject, archive: DataNode): Extract<Subject, { kind: 'backup' }> {
  const spec = cluster.root.get('spec');
  const schedule = variable(spec, (name) => name === 'BACKUP_SCHEDULE')?.get('value');
  const copies = variable(spec, (name) => name === 'BACKUP_NUM_TO_RETAIN')?.get('value');
  const interval = schedule
    ? intervalFact(schedule, spec.get('nothing'), gapOfCrontab)
    : known(DEFAULT_SCHEDULE_HOURS, archive.header);
  const amount = Number(copies?.written ?? DEFAULT_COPIES);
  const key = variable(spec, (name) => /^WAL[GE]_(?:LIBSODIUM_KEY|PGP_KEY|GPG_KEY_ID)/.test(name));
  return backupFrom(cluster, {
    mechanism: 'database-automated',
    key: 'archive',
    called: `the archive of ${cluster.name}`,
    at: archive,
    method: known('continuous', archive.header),
    intervalHours: known(CONTINUOUS_HOURS, archive.header),
    retentionDays: Number.isInteger(amount)
      ? daysOf({ copies: amount }, copies ?? archive, interval)
      : unknown('how many copies are kept is no number', archive.header),
    covers: known([cluster.id], archive.header),
    lasting: known(true, archive.header),
    ...(key && { encrypted: known(true, key.header) }),
  });
}

function variable(spec: DataNode, wanted: (name: string) => boolean): DataNode | undefined {
  return spec
    .get('env')
    .items()
    .find((one) => wanted(one.get('name').text ?? ''));
}
