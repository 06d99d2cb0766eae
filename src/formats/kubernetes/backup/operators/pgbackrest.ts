import { known, type Fact, type SubjectOf } from '../../../../model/index.ts';
import { gapOfCrontab } from '../../../../syntax/cron/index.ts';
import type { DataNode } from '../../../data-node.ts';
import type { KubernetesObject } from '../../object.ts';
import { mistyped } from '../../read.ts';
import { intervalFact } from '../schedule.ts';
import { storeParts } from '../store.ts';
import { backupFrom, CONTINUOUS_HOURS, daysOf, FOREVER_DAYS } from '../subject.ts';
import { clusterDatabase } from './database.ts';
import type { Operator } from './operator.ts';

/** Operators that keep their backups with pgBackRest: Crunchy's, and Percona's, which is made from it. */
export const pgBackRest: readonly Operator[] = [
  { group: 'postgres-operator.crunchydata.com', kind: 'PostgresCluster', subjects },
  { group: 'pgv2.percona.com', kind: 'PerconaPGCluster', subjects },
];

function subjects(cluster: KubernetesObject): ReturnType<Operator['subjects']> {
  const spec = cluster.root.get('spec');
  const settings = spec.get('backups', 'pgbackrest');
  const off = spec.get('backups', 'enabled');
  const repositories = off.value === false ? [] : settings.get('repos').items();
  const backups = repositories.map((repository) => repositoryBackup(cluster, settings, repository));
  const place = off.exists ? off.at : (repositories[0]?.header ?? cluster.location);
  const instances = spec.get('instances').items();
  const standby = spec.get('standby', 'enabled');
  return [
    clusterDatabase(cluster, {
      engine: 'postgres',
      standby: standby.value === true ? standby : spec.get('standby', 'nothing'),
      instances:
        instances.length > 1
          ? countOf(spec.get('instances'))
          : (instances[0]?.get('replicas') ?? spec.get('nothing')),
      spread: spec.get('instances'),
      backupRetentionDays: backups[0]?.facts.retentionDays ?? known(0, place),
      pointInTimeRecovery: known(backups.length > 0, place),
    }),
    ...backups,
  ];
}

/** Several sets of instances have more than one between them; how many is said by none alone. */
function countOf(instances: DataNode): DataNode {
  return (
    instances
      .items()
      .map((set) => set.get('replicas'))
      .find(({ value }) => typeof value === 'number' && value > 1) ?? instances
  );
}

/** The operator makes the first copy itself, and ships logs to every repository from then on. */
function repositoryBackup(
  cluster: KubernetesObject,
  settings: DataNode,
  repository: DataNode,
): SubjectOf<'backup'> {
  const name = repository.get('name').text ?? 'repo1';
  const cipher = settings.get('global', `${name}-cipher-type`);
  return backupFrom(cluster, {
    mechanism: 'database-automated',
    key: name,
    called: `the repository ${name} of ${cluster.name}`,
    at: repository,
    method: known('continuous', repository.header),
    intervalHours: known(CONTINUOUS_HOURS, repository.header),
    retentionDays: retentionOf(settings.get('global'), repository, name),
    covers: known([cluster.id], repository.header),
    ...storeParts(repository),
    ...(cipher.exists && { encrypted: known(cipher.text !== 'none', cipher.at) }),
  });
}

/** Logs go back as far as full copies are kept; all are, where nothing says how many. */
function retentionOf(global: DataNode, repository: DataNode, name: string): Fact<number> {
  const full = global.get(`${name}-retention-full`);
  if (!full.exists) return known(FOREVER_DAYS, repository.header);
  const amount = Number(full.text ?? full.value);
  if (!Number.isInteger(amount) || amount < 1) return mistyped(full, 'a number');
  if (global.get(`${name}-retention-full-type`).text === 'time') return known(amount, full.at);
  const schedules = repository.get('schedules');
  const schedule = schedules.get('full');
  const interval = schedule.exists
    ? intervalFact(schedule, schedules.get('nothing'), gapOfCrontab)
    : mistyped(schedule, 'a schedule');
  return daysOf({ copies: amount }, full, interval);
}
