import { known, unknown, valueOf, type Fact, type Subject } from '../../../../model/index.ts';
import { gapOfCrontab } from '../../../../syntax/cron/index.ts';
import type { DataNode } from '../../../data-node.ts';
import type { KubernetesObject } from '../../object.ts';
import { intervalFact } from '../schedule.ts';
import { storeParts } from '../store.ts';
import { backupFrom, daysOf, FOREVER_DAYS } from '../subject.ts';
import { clusterDatabase } from './database.ts';
import type { Operator } from './operator.ts';

/** K8ssandra, whose copies Medusa makes: https://docs.k8ssandra.io/components/medusa/ */
export const k8ssandra: Operator = {
  group: 'k8ssandra.io',
  kind: 'K8ssandraCluster',
  subjects(cluster, around) {
    const spec = cluster.root.get('spec');
    const storage = spec.get('medusa', 'storageProperties');
    const centers = spec.get('cassandra', 'datacenters').items();
    const backups = centers
      .flatMap((center) => {
        const name = center.get('metadata', 'name').text;
        return name === undefined ? [] : around.ofCluster({ ...cluster, name }, 'MedusaBackupSchedule');
      })
      .map((schedule) => scheduled(schedule, cluster, storage));
    const active = backups.find(({ facts }) => valueOf(facts.active) === true);
    const [center] = centers;
    return [
      clusterDatabase(cluster, {
        engine: 'cassandra',
        standby: spec.get('nothing'),
        instances: center?.get('size') ?? spec.get('cassandra'),
        spread: center?.get('racks') ?? spec.get('nothing'),
        backupRetentionDays: active?.facts.retentionDays ?? unscheduled(storage, cluster),
        pointInTimeRecovery: known(false, storage.exists ? storage.header : cluster.location),
      }),
      ...backups,
    ] satisfies readonly Subject[];
  },
};

function unscheduled(storage: DataNode, cluster: KubernetesObject): Fact<number> {
  return storage.exists
    ? unknown('no MedusaBackupSchedule of it is among the files', storage.header)
    : known(0, cluster.location);
}

function scheduled(
  schedule: KubernetesObject,
  cluster: KubernetesObject,
  storage: DataNode,
): Extract<Subject, { kind: 'backup' }> {
  const spec = schedule.root.get('spec');
  const disabled = spec.get('disabled');
  const interval = intervalFact(spec.get('cronSchedule'), disabled, gapOfCrontab);
  const secure = storage.get('secure');
  return backupFrom(schedule, {
    mechanism: 'database-automated',
    called: `the MedusaBackupSchedule ${schedule.name}`,
    at: spec.get('cronSchedule'),
    method: known('snapshot', schedule.location),
    intervalHours: interval,
    retentionDays: retentionOf(storage, interval),
    active: known(disabled.value !== true, disabled.exists ? disabled.at : schedule.location),
    covers: known([cluster.id], spec.get('backupSpec').header),
    ...storeParts(storage),
    ...(secure.exists &&
      storage.get('kmsKeyId').exists && { encrypted: known(true, storage.get('kmsKeyId').at) }),
  });
}

function retentionOf(storage: DataNode, interval: Fact<number>): Fact<number> {
  const age = storage.get('maxBackupAge');
  const count = storage.get('maxBackupCount');
  if (typeof age.value === 'number' && age.value > 0) return known(age.value, age.at);
  if (typeof count.value === 'number' && count.value > 0)
    return daysOf({ copies: count.value }, count, interval);
  return known(FOREVER_DAYS, storage.header);
}
