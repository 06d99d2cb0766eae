import { known, unknown, valueOf, type Fact, type Subject, type SubjectOf } from '../../../../model/index.ts';
import type { DataNode } from '../../../data-node.ts';
import type { KubernetesObject } from '../../object.ts';
import { intervalFact } from '../schedule.ts';
import { storeParts } from '../store.ts';
import { backupFrom, CONTINUOUS_HOURS, daysOf, FOREVER_DAYS } from '../subject.ts';
import { clusterDatabase } from './database.ts';
import type { Operator } from './operator.ts';

interface Kind {
  readonly engine: string;
  /** Under which key the scheduled copies are. */
  readonly tasks: string;
  readonly instances: (spec: DataNode) => DataNode;
  /** Logs that are shipped less often than every five minutes; in seconds. */
  readonly logs: (recovery: DataNode) => number;
}

/** Percona's operators for MySQL and MongoDB: https://docs.percona.com/percona-operators/ */
export const percona: readonly Operator[] = [
  operator('pxc.percona.com', 'PerconaXtraDBCluster', {
    engine: 'mysql',
    tasks: 'schedule',
    instances: (spec) => spec.get('pxc'),
    logs: (recovery) => secondsOf(recovery.get('timeBetweenUploads'), 1, 60),
  }),
  operator('psmdb.percona.com', 'PerconaServerMongoDB', {
    engine: 'mongodb',
    tasks: 'tasks',
    instances: (spec) => spec.get('replsets').items()[0] ?? spec.get('replsets'),
    logs: (recovery) => secondsOf(recovery.get('oplogSpanMin'), 60, 600),
  }),
  operator('ps.percona.com', 'PerconaServerMySQL', {
    engine: 'mysql',
    tasks: 'schedule',
    instances: (spec) => spec.get('mysql'),
    logs: () => 300,
  }),
];

function operator(group: string, kind: string, of: Kind): Operator {
  return { group, kind, subjects: (cluster) => subjects(cluster, of) };
}

function subjects(cluster: KubernetesObject, kind: Kind): readonly Subject[] {
  const spec = cluster.root.get('spec');
  const backup = spec.get('backup');
  const off = backup.get('enabled').value === false;
  const recovery = backup.get('pitr');
  const continuous = !off && recovery.get('enabled').value === true;
  const tasks = off ? [] : backup.get(kind.tasks).items();
  const backups = tasks.map((task, index) =>
    taskBackup(cluster, task, index, continuous ? { recovery, seconds: kind.logs(recovery) } : undefined),
  );
  const members = kind.instances(spec);
  const place = backup.exists ? backup.header : cluster.location;
  const active = backups.filter(({ facts }) => valueOf(facts.active) === true);
  return [
    clusterDatabase(cluster, {
      engine: kind.engine,
      standby: spec.get('unmanaged'),
      instances: members.get('size'),
      spread: members,
      backupRetentionDays: active[0]?.facts.retentionDays ?? known(0, place),
      pointInTimeRecovery: known(continuous, recovery.exists ? recovery.header : place),
    }),
    ...backups,
  ];
}

interface Continuous {
  readonly recovery: DataNode;
  readonly seconds: number;
}

function taskBackup(
  cluster: KubernetesObject,
  task: DataNode,
  index: number,
  continuous: Continuous | undefined,
): SubjectOf<'backup'> {
  const name = task.get('name').text ?? String(index);
  const enabled = task.get('enabled');
  const interval = intervalFact(task.get('schedule'), task.get('nothing'));
  const storage = task.get('storageName').text ?? '';
  const store = cluster.root.get('spec', 'backup', 'storages', storage);
  return backupFrom(cluster, {
    mechanism: 'database-automated',
    key: name,
    called: `the backup ${name} of ${cluster.name}`,
    at: task,
    method: known(continuous ? 'continuous' : methodOf(task), task.header),
    intervalHours:
      enabled.value === false
        ? unknown('the schedule is switched off', enabled.at)
        : continuous
          ? known(Math.max(CONTINUOUS_HOURS, continuous.seconds / 3600), continuous.recovery.header)
          : interval,
    retentionDays: retentionOf(task, interval),
    active: known(enabled.value !== false, enabled.exists ? enabled.at : task.header),
    covers: known([cluster.id], task.header),
    ...storeParts(store),
  });
}

function methodOf(task: DataNode): 'dump' | 'snapshot' {
  return task.get('type').text === 'logical' ? 'dump' : 'snapshot';
}

function retentionOf(task: DataNode, interval: Fact<number>): Fact<number> {
  const count = [task.get('retention', 'count'), task.get('keep')].find(({ exists }) => exists);
  // 0 keeps all of them.
  if (typeof count?.value !== 'number' || count.value === 0) return known(FOREVER_DAYS, task.header);
  return daysOf({ copies: count.value }, count, interval);
}

function secondsOf(node: DataNode, unit: number, otherwise: number): number {
  return typeof node.value === 'number' ? node.value * unit : otherwise;
}
