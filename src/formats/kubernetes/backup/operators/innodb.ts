import { known, unknown, valueOf, type SubjectOf } from '../../../../model/index.ts';
import { gapOfCrontab } from '../../../../syntax/cron/index.ts';
import type { DataNode } from '../../../data-node.ts';
import type { KubernetesObject } from '../../object.ts';
import { intervalFact } from '../schedule.ts';
import { storeParts } from '../store.ts';
import { backupFrom, FOREVER_DAYS } from '../subject.ts';
import { clusterDatabase } from './database.ts';
import type { Operator } from './operator.ts';

/** Oracle's operator for MySQL: https://dev.mysql.com/doc/mysql-operator/en/mysql-operator-backups.html */
export const innodb: Operator = {
  group: 'mysql.oracle.com',
  kind: 'InnoDBCluster',
  subjects(cluster) {
    const spec = cluster.root.get('spec');
    const schedules = spec.get('backupSchedules').items();
    const backups = schedules.map((schedule, index) => scheduled(cluster, schedule, index));
    const active = backups.find(({ facts }) => valueOf(facts.active) === true);
    const place = spec.get('backupSchedules');
    return [
      clusterDatabase(cluster, {
        engine: 'mysql',
        standby: spec.get('nothing'),
        instances: spec.get('instances'),
        spread: spec.get('podSpec'),
        backupRetentionDays:
          active?.facts.retentionDays ?? known(0, place.exists ? place.header : cluster.location),
        pointInTimeRecovery: known(false, cluster.location),
      }),
      ...backups,
    ];
  },
};

/** Nothing deletes what was written while its object lies there. */
function scheduled(cluster: KubernetesObject, schedule: DataNode, index: number): SubjectOf<'backup'> {
  const name = schedule.get('name').text ?? String(index);
  const enabled = schedule.get('enabled');
  const profile = profileOf(cluster, schedule);
  const dump = profile.get('dumpInstance');
  const isDump = dump.exists;
  return backupFrom(cluster, {
    mechanism: 'database-automated',
    key: name,
    called: `the schedule ${name} of ${cluster.name}`,
    at: schedule,
    method: known(isDump ? 'dump' : 'snapshot', schedule.header),
    intervalHours:
      enabled.value === false
        ? unknown('the schedule is switched off', enabled.at)
        : intervalFact(schedule.get('schedule'), schedule.get('nothing'), gapOfCrontab),
    retentionDays: known(FOREVER_DAYS, schedule.header),
    active: known(enabled.value !== false, enabled.exists ? enabled.at : schedule.header),
    covers: known([cluster.id], schedule.header),
    ...storeParts((isDump ? dump : profile.get('snapshot')).get('storage')),
  });
}

/** A schedule has its profile in itself, or names one of the cluster's. */
function profileOf(cluster: KubernetesObject, schedule: DataNode): DataNode {
  const own = schedule.get('backupProfile');
  if (own.exists) return own;
  const name = schedule.get('backupProfileName').text;
  const profiles = cluster.root.get('spec', 'backupProfiles').items();
  return profiles.find((profile) => profile.get('name').text === name) ?? own;
}
