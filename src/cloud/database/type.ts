import type { CloudProvider } from '../../model/index.ts';
import type { Setting } from '../resource/setting.ts';
import type { Resource, Stack } from '../resource/stack.ts';

/** A setting that other resources can decide too. */
export interface DatabaseSetting extends Setting {
  /** An attribute of the cluster's instances; `*` asks for two of them. */
  readonly instances?: string;
  /** Resources of their own, which name their server, decide: the one with the least. */
  readonly databases?: { readonly type: string; readonly server: string };
  /** Engines, by how their names begin, whose default cannot be told, and why. */
  readonly variesFor?: { readonly engines: string; readonly because: string };
  /** The default of what was made before it changed, as `past` shows. */
  readonly before?: boolean;
  /** A parameter of the group that an attribute names decides. */
  readonly parameters?: { readonly group: string; readonly names: readonly string[] };
  /** A management lock decides, which can also stand above what is in the files. */
  readonly lock?: boolean;
}

/** An entry of the table: where a type of database has what. */
export interface DatabaseType {
  readonly provider: CloudProvider;
  readonly engine: DatabaseSetting;
  readonly encrypted: DatabaseSetting;
  readonly public: DatabaseSetting;
  /**
   * Attributes with patterns of what AWS has stopped making: versions of Aurora that are past their end of life, and
   * nodes of Redshift that `CreateCluster` no longer takes.
   * https://docs.aws.amazon.com/AmazonRDS/latest/AuroraMySQLReleaseNotes/AuroraMySQL.release-calendars.html
   * https://docs.aws.amazon.com/redshift/latest/APIReference/API_CreateCluster.html
   */
  readonly past?: Readonly<Record<string, string>>;
  readonly retention: DatabaseSetting;
  /** Backups can be off by themselves; without it, no days are no backups. */
  readonly backups?: DatabaseSetting;
  /** Point-in-time recovery can be off by itself; without it, backups have it. */
  readonly recovery?: DatabaseSetting;
  readonly multiZone: DatabaseSetting;
  readonly deletionProtection?: DatabaseSetting;
  /** What can require encrypted connections: the first that is stated decides. */
  readonly tls?: readonly DatabaseSetting[];
  readonly minimumTls?: DatabaseSetting;
  /** The attribute that lists the logs to keep elsewhere. */
  readonly logs?: string;
  /** Where they are kept together or not at all, with the resource that can say so for it. */
  readonly logged?: DatabaseSetting & { readonly beside?: { readonly type: string; readonly names: string } };
  readonly authority?: DatabaseSetting;
  /** Where its flags stand, each with its name and value, and the values that open it. */
  readonly flags?: { readonly on: readonly string[]; readonly risky: Readonly<Record<string, string>> };
  /** The type of a cluster's instances, and the attribute in which they and the cluster have its name. */
  readonly instances?: { readonly type: string; readonly cluster: string };
  /** The attribute of a cluster's instance, which has nothing of its own. */
  readonly memberOf?: string;
  /** The attribute that makes it a read replica of another database. */
  readonly replicaOf?: string;
  /** Attributes that make a new database a copy, which is as its source is. */
  readonly copyOf?: readonly string[];
}

/** The instances of a cluster. */
export function instancesOf(
  stack: Stack,
  resource: Resource,
  { instances }: DatabaseType,
): readonly Resource[] {
  if (!instances) return [];
  return stack.attached(instances.type, instances.cluster, resource, [instances.cluster, 'id']);
}
