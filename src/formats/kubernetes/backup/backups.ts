import type { Subject, SubjectOf } from '../../../model/index.ts';
import { indexBy, nearest, referenceKey, type KubernetesObject } from '../object.ts';
import { textMap } from '../read.ts';
import { cronJobBackup, restoreTest } from './cronjob.ts';
import { byName as holdersByName, holdersOf } from './holders.ts';
import { k8ssandra } from './operators/cassandra.ts';
import { cloudNative } from './operators/cloudnative.ts';
import { innodb } from './operators/innodb.ts';
import { mariadb } from './operators/mariadb.ts';
import type { Operator, Surroundings } from './operators/operator.ts';
import { percona } from './operators/percona.ts';
import { pgBackRest } from './operators/pgbackrest.ts';
import { zalando } from './operators/zalando.ts';
import { veleroBackup } from './velero.ts';
import { volumeBackup } from './volumes.ts';

const OPERATORS: ReadonlyMap<string, Operator> = new Map(
  [cloudNative, ...percona, ...pgBackRest, zalando, k8ssandra, ...mariadb, innodb].map((operator) => [
    `${operator.group}/${operator.kind}`,
    operator,
  ]),
);

/** Clusters of databases that operators run, and what makes copies of anything in a cluster. */
export function backupSubjects(
  objects: readonly KubernetesObject[],
  workloads: readonly SubjectOf<'workload'>[],
): readonly Subject[] {
  const clusters = objects.filter((object) => operatorOf(object) !== undefined);
  const makers = objects.filter(makesCopies);
  if (clusters.length === 0 && makers.length === 0) return [];
  const holders = holdersOf(workloads, clusters, ({ root }) => textMap(root.get('metadata', 'labels')));
  const named = holdersByName(holders);
  const byName = indexBy(objects, ({ namespace, kind, name }) => [referenceKey(namespace, kind, name)]);
  const around: Surroundings = { byName, ofCluster: clusterIndex(objects, clusters) };
  return [
    ...clusters.flatMap((cluster) => operatorOf(cluster)?.subjects(cluster, around) ?? []),
    ...makers.flatMap((object) =>
      object.kind === 'CronJob'
        ? (cronJobBackup(object, named, byName) ?? restoreTest(object, byName) ?? [])
        : object.group === 'velero.io'
          ? veleroBackup(object, holders, byName)
          : (volumeBackup(object, holders) ?? []),
    ),
  ];
}

function operatorOf({ group, kind }: KubernetesObject): Operator | undefined {
  return OPERATORS.get(`${group}/${kind}`);
}

const VOLUMES = new Set(['snapscheduler.backube', 'volsync.backube', 'k8up.io']);

function makesCopies({ group, kind }: KubernetesObject): boolean {
  if (kind === 'CronJob') return group === 'batch';
  return (group === 'velero.io' && kind === 'Schedule') || VOLUMES.has(group);
}

/** How objects name the cluster that they belong to. */
const REFERENCES: ReadonlyMap<string, readonly string[]> = new Map([
  ['ScheduledBackup', ['spec', 'cluster', 'name']],
  ['MedusaBackupSchedule', ['spec', 'backupSpec', 'cassandraDatacenter']],
  ['Backup', ['spec', 'mariaDbRef', 'name']],
  ['PhysicalBackup', ['spec', 'mariaDbRef', 'name']],
]);

/** Overlays hold objects of the same name for each environment: the nearest cluster is meant. */
function clusterIndex(
  objects: readonly KubernetesObject[],
  clusters: readonly KubernetesObject[],
): Surroundings['ofCluster'] {
  const byCluster = new Map<string, KubernetesObject[]>();
  for (const object of objects) {
    const way = REFERENCES.get(object.kind);
    const name = way && object.root.get(...way).text;
    if (name === undefined) continue;
    const key = JSON.stringify([object.kind, object.namespace ?? null, name]);
    const others = byCluster.get(key);
    if (others) others.push(object);
    else byCluster.set(key, [object]);
  }
  const nearestCluster = indexBy(clusters, ({ namespace, kind, name }) => [
    referenceKey(namespace, kind, name),
  ]);
  return (cluster, kind) => {
    const { namespace, name } = cluster;
    const named = byCluster.get(JSON.stringify([kind, namespace ?? null, name])) ?? [];
    return named.filter((object) => {
      const found = nearest(object, nearestCluster, referenceKey(namespace, cluster.kind, name));
      return found === undefined || found.id === cluster.id;
    });
  };
}
