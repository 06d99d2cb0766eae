import type { Fact } from '../../model/index.ts';
import { anyTrue, derive } from '../resource/logic.ts';
import { elementsOf } from '../resource/lists.ts';
import { bool, byDefault, partsOn, text } from '../resource/part.ts';
import type { Resource, Stack } from '../resource/stack.ts';
import { covering, untold } from './parts.ts';

/** How the data that several regions have is named: by what names the whole, and by what the whole names. */
interface Tie {
  readonly members?: readonly [type: string, attribute: string];
  readonly sources: readonly string[];
}

const TIES: ReadonlyMap<string, Tie> = new Map<string, Tie>([
  [
    'aws_rds_global_cluster',
    {
      members: ['aws_rds_cluster', 'global_cluster_identifier'],
      sources: ['source_db_cluster_identifier'],
    },
  ],
  [
    'AWS::RDS::GlobalCluster',
    { members: ['AWS::RDS::DBCluster', 'GlobalClusterIdentifier'], sources: ['SourceDBClusterIdentifier'] },
  ],
  [
    'aws_docdb_global_cluster',
    {
      members: ['aws_docdb_cluster', 'global_cluster_identifier'],
      sources: ['source_db_cluster_identifier'],
    },
  ],
  [
    'aws_elasticache_global_replication_group',
    {
      members: ['aws_elasticache_replication_group', 'global_replication_group_id'],
      sources: ['primary_replication_group_id'],
    },
  ],
  ['azurerm_mssql_failover_group', { sources: ['server_id', 'databases'] }],
  ['azurerm_sql_failover_group', { sources: ['server_name', 'databases'] }],
]);

/** Names by which members say what they belong to, where they do not refer to it. */
const NAMES = ['global_cluster_identifier', 'GlobalClusterIdentifier'];

/** The data that several regions have: the resource itself, or the clusters and databases that are tied to it. */
export function dataOf(stack: Stack, resource: Resource): Fact<readonly string[]> {
  const tie = TIES.get(resource.type);
  if (!tie) return covering(stack.path, [resource.address], resource);
  const members = tie.members ? stack.attached(tie.members[0], tie.members[1], resource, NAMES) : [];
  const sources = tie.sources.flatMap((name) => {
    const value = resource.get(name);
    return value ? elementsOf(value).map((one) => stack.target(one)) : [];
  });
  const found = [...members, ...sources.flatMap((source) => source ?? [])];
  if (found.length === 0 || sources.includes(undefined))
    return untold(`which data ${resource.address} is about is not named by reference`, resource);
  return covering(
    stack.path,
    found.map(({ address }) => address),
    resource,
  );
}

/**
 * What a person switches. Of Aurora, https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-global-database-disaster-recovery.html;
 * of ElastiCache, https://docs.aws.amazon.com/AmazonElastiCache/latest/red-ug/Redis-Global-Datastores-Getting-Started.html
 */
const BY_HAND: ReadonlySet<string> = new Set([
  'aws_rds_global_cluster',
  'AWS::RDS::GlobalCluster',
  'aws_docdb_global_cluster',
  'aws_elasticache_global_replication_group',
]);

/** Whether it fails over when nobody decides it. */
export function automaticOf(resource: Resource): Fact<boolean> {
  const { type } = resource;
  if (BY_HAND.has(type)) return byDefault(false, resource);
  if (type.startsWith('aws_route53recoverycontrolconfig_'))
    return untold(
      'a person or a program turns its routing control, and the files do not tell which',
      resource,
    );
  if (type === 'azurerm_cosmosdb_account') {
    const switches = [
      'automatic_failover_enabled',
      'enable_automatic_failover',
      'multiple_write_locations_enabled',
      'enable_multiple_write_locations',
    ].flatMap((name) => bool(resource, name) ?? []);
    return anyTrue(switches, switches[0] ?? byDefault(false, resource));
  }
  const [policy] = partsOn(resource, ['read_write_endpoint_failover_policy']);
  const mode = policy && text(policy, 'mode');
  return mode ? derive(mode, (word) => word === 'Automatic') : byDefault(true, resource);
}
