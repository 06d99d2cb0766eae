import { valueOf, type SubjectOf } from '../../../model/index.ts';
import type { KubernetesObject } from '../object.ts';

/** Something that may hold data: a workload, or a cluster of databases that an operator runs. */
export interface Holder {
  readonly id: string;
  readonly name: string;
  readonly namespace: string | undefined;
  readonly environment: string | undefined;
  readonly labels: Readonly<Record<string, string>>;
}

/** Jobs hold nothing when they are done. */
export function holdersOf(
  workloads: readonly SubjectOf<'workload'>[],
  clusters: readonly KubernetesObject[],
  labelsOf: (cluster: KubernetesObject) => Readonly<Record<string, string>>,
): readonly Holder[] {
  return [
    ...workloads
      .filter(({ facts }) => facts.type !== 'Job' && facts.type !== 'CronJob')
      .map(({ id, name, environment, facts }) => {
        return { id, name, environment, labels: facts.labels, namespace: valueOf(facts.namespace) };
      }),
    ...clusters.map((cluster) => {
      const { id, name, namespace, environment } = cluster;
      return { id, name, namespace, environment, labels: labelsOf(cluster) };
    }),
  ];
}

/** What may be meant from an object: where both tell their environment, it is the same. */
export function around(holders: readonly Holder[], object: KubernetesObject): readonly Holder[] {
  return holders.filter(
    ({ environment }) =>
      environment === undefined || object.environment === undefined || environment === object.environment,
  );
}

/** Ends of the names of Services that stand before a cluster of databases, and of hosts' names. */
const SERVICE_SUFFIX = /-(?:rw|ro|r|primary|replica|replicas|headless|haproxy|proxysql|pgbouncer|hl|svc)$/;

/** Holders by their names. */
export type NamedHolders = ReadonlyMap<string, readonly Holder[]>;

export function byName(holders: readonly Holder[]): NamedHolders {
  const named = new Map<string, Holder[]>();
  for (const holder of holders) {
    const others = named.get(holder.name);
    if (others) others.push(holder);
    else named.set(holder.name, [holder]);
  }
  return named;
}

/** What hosts are, by the names of Services: `orders-db-rw.production.svc` is `orders-db`. */
export function holdersOfHosts(
  named: NamedHolders,
  hosts: readonly string[],
  object: KubernetesObject,
): readonly Holder[] {
  return hosts.flatMap((host) => {
    const [label = '', namespace] = host.split('.');
    const names = new Set([label, label.replace(SERVICE_SUFFIX, '')]);
    const wanted = namespace ?? object.namespace;
    const called = [...names].flatMap((name) => named.get(name) ?? []);
    return around(called, object).filter(
      (holder) => holder.namespace === undefined || wanted === undefined || holder.namespace === wanted,
    );
  });
}
