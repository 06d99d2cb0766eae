import { known, unknown, type DatabaseFacts, type Fact, type SubjectOf } from '../../../../model/index.ts';
import type { DataNode } from '../../../data-node.ts';
import { subjectFrom, type KubernetesObject } from '../../object.ts';

/** What an operator's object tells of the cluster of databases that it is. */
export type ClusterParts = Pick<DatabaseFacts, 'backupRetentionDays' | 'pointInTimeRecovery'> & {
  readonly engine: string;
  /** It follows a cluster that is elsewhere. */
  readonly standby: DataNode;
  /** How many instances there are, and what keeps them apart. */
  readonly instances: DataNode;
  readonly spread: DataNode;
  /** As far as the files hold the classes that its volumes are made of. */
  readonly encrypted?: Fact<boolean>;
};

const ZONE_KEYS: ReadonlySet<string> = new Set([
  'topology.kubernetes.io/zone',
  'failure-domain.beta.kubernetes.io/zone',
]);

/** Why it is not known whether a cluster's volumes are encrypted. */
export const CLASS_DECIDES = 'whether its volumes are encrypted is for their storage class to say';

/** A cluster of databases that an operator runs. */
export function clusterDatabase(object: KubernetesObject, parts: ClusterParts): SubjectOf<'database'> {
  const { engine, standby, instances, spread, encrypted, ...backups } = parts;
  const at = object.location;
  return subjectFrom(object, 'database', {
    provider: 'kubernetes',
    engine: known(engine, at),
    encrypted: encrypted ?? unknown(CLASS_DECIDES, at),
    public: publicOf(object),
    replica: known(standby.exists && standby.value !== false, standby.exists ? standby.header : at),
    ...backups,
    multiZone: zonesOf(instances, spread, object),
    deletionProtection: known(null, at),
    tlsRequired: known(null, at),
    minimumTls: known(null, at),
    logExports: known(null, at),
    authority: known(null, at),
    riskySettings: known([], at),
  });
}

/** One instance stands in one zone; of several only what keeps them apart tells. */
function zonesOf(instances: DataNode, spread: DataNode, object: KubernetesObject): Fact<boolean> {
  const count = instances.exists ? instances.value : 1;
  const place = instances.exists ? instances.at : object.location;
  if (typeof count !== 'number') return unknown('how many instances it has is not told', place);
  if (count < 2) return known(false, place);
  const zone = zoneKey(spread, 8);
  if (zone) return known(true, zone.at);
  return unknown('nothing says whether its instances are kept in different zones', place);
}

/** Who may come in through a load balancer is for its network to say. */
function publicOf(object: KubernetesObject): Fact<boolean> {
  const balancer = balancerIn(object.root.get('spec'), 8);
  return balancer
    ? unknown('a load balancer stands before it, and its network decides who may come', balancer.header)
    : known(false, object.location);
}

function balancerIn(node: DataNode, depth: number): DataNode | undefined {
  const switched = /^enable\w*LoadBalancer$/.test(node.label) && node.value === true;
  if (switched || node.text === 'LoadBalancer') return node;
  if (depth === 0) return undefined;
  for (const child of childrenOf(node)) {
    const found = balancerIn(child, depth - 1);
    if (found) return found;
  }
  return undefined;
}

function childrenOf(node: DataNode): readonly DataNode[] {
  return [...node.items(), ...node.entries().map(([, value]) => value)];
}

function zoneKey(node: DataNode, depth: number): DataNode | undefined {
  if (node.text !== undefined) return ZONE_KEYS.has(node.text) ? node : undefined;
  if (depth === 0) return undefined;
  for (const child of childrenOf(node)) {
    const found = zoneKey(child, depth - 1);
    if (found) return found;
  }
  return undefined;
}
