import { isUnknown, unknown, type Fact, type SubjectOf } from '../../model/index.ts';
import { anyTrue, unless } from '../resource/logic.ts';
import { byDefault, nothing, type Part } from '../resource/part.ts';
import { boolIn, resourcesIn, type Row } from '../resource/rows.ts';
import { boolSetting, isSet, type Settings } from '../resource/setting.ts';
import type { Resource, Stack } from '../resource/stack.ts';
import { defaultAccountOf } from './default-account.ts';
import table from './node-pools.json' with { type: 'json' };
import { zonesOf, type Zones } from './zones.ts';

interface NodePoolRow extends Row {
  readonly zones: Zones;
  /** The block that lets SSH in, and its attributes for the key and for who may. */
  readonly ssh?: { readonly block: string; readonly key: string; readonly from: string };
}

const ROWS: readonly NodePoolRow[] = table;
const CLUSTER = 'google_container_cluster';
const POOL = 'google_container_node_pool';
const ZONES: Zones = { lists: [['node_locations']], locations: ['location', 'region', 'zone'] };
const CHECKED: Settings = {
  on: ['shielded_instance_config', 'enable_integrity_monitoring'],
  absent: false,
  inverted: true,
};
const SHIELDED: Settings = { on: ['enable_shielded_nodes'], absent: false, inverted: true };
/** Ways in which pods are kept from the machine's own credentials. */
const METADATA: Settings = [
  { on: ['workload_metadata_config', 'mode'], unless: ['GKE_METADATA', 'GCE_METADATA_CONCEALMENT'] },
  { on: ['workload_metadata_config', 'node_metadata'], unless: ['GKE_METADATA_SERVER', 'SECURE'] },
];

/** Machines that clusters run on. */
export function nodePools(stack: Stack): readonly SubjectOf<'node-pool'>[] {
  return [
    ...resourcesIn(stack, ROWS).map(({ resource, row, provider }) =>
      stack.subject('node-pool', resource, {
        provider,
        multiZone: zonesOf(resource, row.zones),
        defaultAccount: nothing(resource),
        metadataOpen: nothing(resource),
        sshOpen: sshOpen(resource, row),
        bootUnchecked: byDefault(false, resource),
      }),
    ),
    ...stack.of(POOL).map((pool) => {
      const cluster = stack.target(pool.get('cluster'));
      return stack.subject('node-pool', pool, googlePool(pool, cluster));
    }),
    ...stack.of(CLUSTER).flatMap((cluster) => ownPools(stack, cluster)),
  ];
}

/** Those that a cluster is made with: its default one, which people remove, or those that are written into it. */
function ownPools(stack: Stack, cluster: Resource): readonly SubjectOf<'node-pool'>[] {
  const without = ['remove_default_node_pool', 'enable_autopilot'].map((name) =>
    boolSetting(cluster, { on: [name], absent: false }),
  );
  if (without.some(({ value }) => value !== false)) return [];
  const written = cluster.parts('node_pool');
  const pools: readonly Part[] = written.length > 0 ? written : [cluster];
  return pools.map((pool, index) => {
    const address = written.length > 0 ? `${cluster.address}.node_pool[${index}]` : `${cluster.address}.pool`;
    return stack.subject('node-pool', { address, at: pool.at }, googlePool(pool, cluster));
  });
}

function googlePool(pool: Part, cluster: Part | undefined): SubjectOf<'node-pool'>['facts'] {
  const [config = pool] = pool.parts('node_config');
  const own = zonesOf(pool, ZONES);
  return {
    provider: 'gcp',
    multiZone: isUnknown(own.value) && !isSet(pool, 'location') && cluster ? zonesOf(cluster, ZONES) : own,
    defaultAccount: defaultAccountOf(config, 'service_account'),
    metadataOpen: metadataOpen(config, cluster),
    sshOpen: byDefault(false, pool),
    bootUnchecked: bootUnchecked(config, cluster),
  };
}

function bootUnchecked(config: Part, cluster: Part | undefined): Fact<boolean> {
  const own = boolSetting(config, CHECKED);
  return anyTrue(cluster ? [own, boolSetting(cluster, SHIELDED)] : [own], own);
}

/** Where a cluster has identities for workloads, its machines hide their own unless told otherwise. */
function metadataOpen(config: Part, cluster: Part | undefined): Fact<boolean> {
  if (isSet(config, 'workload_metadata_config')) return boolIn(config, METADATA);
  if (!cluster) return unknown('its cluster is not among the files', config.at, config.related);
  const [identities] = cluster.parts('workload_identity_config');
  const managed = boolSetting(cluster, { on: ['enable_autopilot'], absent: false });
  const open = identities ? byDefault(false, identities) : byDefault(true, config);
  return unless(open, [managed]);
}

/** A key without security groups that may use it opens the port to everyone. */
function sshOpen(resource: Resource, { ssh }: NodePoolRow): Fact<boolean> {
  const [access] = ssh ? resource.parts(ssh.block) : [];
  if (!ssh || !access || !isSet(access, ssh.key)) return byDefault(false, resource);
  return byDefault(!isSet(access, ssh.from), access);
}
