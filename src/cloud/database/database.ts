import { known, unknown, valueOf, type DatabaseFacts, type Fact, type SubjectOf } from '../../model/index.ts';
import type { Value } from '../resource/value.ts';
import { textList } from '../resource/lists.ts';
import { anyTrue, derive, least } from '../resource/logic.ts';
import { boolOf, byDefault, numberOf, textOf, wayTo } from '../resource/part.ts';
import {
  absentSetting,
  boolSetting,
  isSet,
  statedSetting,
  textSetting,
  type Setting,
} from '../resource/setting.ts';
import type { Resource, Stack } from '../resource/stack.ts';
import { parameterIn } from './parameters.ts';
import table from './databases.json' with { type: 'json' };

/** A setting that other resources can decide too. */
interface DatabaseSetting extends Setting {
  /** An attribute of the cluster's instances; `*` asks for two of them. */
  readonly instances?: string;
  /** Resources of their own, which name their server, decide: the one with the least. */
  readonly databases?: { readonly type: string; readonly server: string };
  /** Engines, by how their names begin, whose default cannot be told, and why. */
  readonly variesFor?: { readonly engines: string; readonly because: string };
  /** A parameter of the group that an attribute names decides. */
  readonly parameters?: { readonly group: string; readonly names: readonly string[] };
  /** A management lock decides, which can also stand above what is in the files. */
  readonly lock?: boolean;
}

interface DatabaseType {
  readonly provider: string;
  readonly engine: DatabaseSetting;
  readonly encrypted: DatabaseSetting;
  readonly public: DatabaseSetting;
  readonly retention: DatabaseSetting;
  /** Backups can be off by themselves; without it, no days are no backups. */
  readonly backups?: DatabaseSetting;
  /** Point-in-time recovery can be off by itself; without it, backups have it. */
  readonly recovery?: DatabaseSetting;
  readonly multiZone: DatabaseSetting;
  readonly deletionProtection?: DatabaseSetting;
  /** What can require encrypted connections: the first that is stated decides. */
  readonly tls?: readonly DatabaseSetting[];
  /** The attribute that lists the logs to keep elsewhere. */
  readonly logs?: string;
  /** The type of a cluster's instances, and the attribute in which they and the cluster have its name. */
  readonly instances?: { readonly type: string; readonly cluster: string };
  /** The attribute of a cluster's instance, which has nothing of its own. */
  readonly memberOf?: string;
  /** The attribute that makes it a read replica of another database. */
  readonly replicaOf?: string;
  /** Attributes that make a new database a copy, which is as its source is. */
  readonly copyOf?: readonly string[];
}

const TYPES: readonly (readonly [name: string, type: DatabaseType])[] = Object.entries(table);

/** Managed database instances and clusters. */
export function databases(stack: Stack): readonly SubjectOf<'database'>[] {
  return TYPES.flatMap(([name, type]) => [
    ...stack
      .of(name)
      .filter((resource) => !isLock(resource) && !isMember(resource, type))
      .map((resource) => stack.subject('database', resource, new Reader(stack, resource, type).facts())),
    ...instancesElsewhere(stack, name, type),
  ]);
}

/** Instances that are open to all, of clusters that are not in the files. */
function instancesElsewhere(
  stack: Stack,
  name: string,
  type: DatabaseType,
): readonly SubjectOf<'database'>[] {
  const { instances, public: setting } = type;
  const attribute = setting.instances;
  if (!instances || attribute === undefined) return [];
  const met = new Set(stack.of(name).flatMap((cluster) => instancesOf(stack, cluster, type)));
  const others = stack
    .of(instances.type)
    .filter((instance) => !met.has(instance) && instance.get(instances.cluster) !== undefined);
  return others.flatMap((instance) => {
    const opened = boolSetting(instance, { ...setting, on: [attribute] });
    if (valueOf(opened) !== true) return [];
    const untold = unknown('the cluster is not in the files', instance.at, instance.related);
    const facts: DatabaseFacts = {
      provider: type.provider as DatabaseFacts['provider'],
      engine: untold,
      encrypted: untold,
      public: opened,
      replica: untold,
      backupRetentionDays: untold,
      pointInTimeRecovery: untold,
      multiZone: untold,
      deletionProtection: untold,
      tlsRequired: byDefault(null, instance),
      logExports: byDefault(null, instance),
    };
    return stack.subject('database', instance, facts);
  });
}

function instancesOf(stack: Stack, resource: Resource, { instances }: DatabaseType): readonly Resource[] {
  if (!instances) return [];
  return stack.attached(instances.type, instances.cluster, resource, [instances.cluster, 'id']);
}

/** The table that Terraform locks its state with: what it holds is gone after each run. */
function isLock(resource: Resource): boolean {
  const keys = [
    resource.get('hash_key'),
    ...resource.parts('KeySchema').map((part) => part.get('AttributeName')),
  ];
  return keys.some((key) => key && textOf(key) === 'LockID');
}

function isMember(resource: Resource, { memberOf }: DatabaseType): boolean {
  return memberOf !== undefined && resource.get(memberOf) !== undefined;
}

class Reader {
  readonly #stack: Stack;
  readonly #resource: Resource;
  readonly #type: DatabaseType;

  constructor(stack: Stack, resource: Resource, type: DatabaseType) {
    this.#stack = stack;
    this.#resource = resource;
    this.#type = type;
  }

  facts(): DatabaseFacts {
    const type = this.#type;
    const backupRetentionDays = this.#retention();
    return {
      provider: type.provider as DatabaseFacts['provider'],
      engine: this.#read(type.engine, textOf, 'a text'),
      encrypted: this.#read(type.encrypted, boolOf, 'true or false'),
      public: this.#read(type.public, boolOf, 'true or false'),
      replica: this.#replica(),
      backupRetentionDays,
      pointInTimeRecovery: type.recovery
        ? this.#recovery(type.recovery)
        : derive(backupRetentionDays, (days) => days > 0),
      multiZone: this.#read(type.multiZone, boolOf, 'true or false'),
      deletionProtection: this.#deletionProtection(),
      tlsRequired: this.#tlsRequired(),
      logExports: this.#logExports(),
    };
  }

  #deletionProtection(): Fact<boolean | null> {
    const { deletionProtection: setting } = this.#type;
    if (setting?.lock) {
      const [lock] = this.#stack.attached('azurerm_management_lock', 'scope', this.#resource);
      return lock ? byDefault(true, lock) : byDefault(null, this.#resource);
    }
    return setting ? this.#read(setting, boolOf, 'true or false') : byDefault(null, this.#resource);
  }

  #tlsRequired(): Fact<boolean | null> {
    const settings = this.#type.tls ?? [];
    const stated = settings.flatMap((setting) =>
      setting.parameters
        ? (parameterIn(this.#stack, this.#resource, setting.parameters) ?? [])
        : (statedSetting(this.#resource, setting, boolOf, 'true or false') ?? []),
    );
    const last = settings.at(-1);
    if (stated[0]) return stated[0];
    return last?.on ? absentSetting(this.#resource, last) : byDefault(null, this.#resource);
  }

  #logExports(): Fact<readonly string[] | null> {
    const { logs } = this.#type;
    if (logs === undefined) return byDefault(null, this.#resource);
    return textList(this.#resource, logs) ?? byDefault([], this.#resource);
  }

  /** What is known after apply only is there; what is not known at all may also be null. */
  #replica(): Fact<boolean> {
    const resource = this.#resource;
    const { replicaOf } = this.#type;
    const source = replicaOf === undefined ? undefined : resource.get(replicaOf);
    if (!source) return byDefault(false, resource);
    const place = { ...resource, at: source.at, related: wayTo(source, resource) };
    if (source.kind === 'unknown' && !source.reference)
      return byDefault(true, { ...place, uncertain: resource.uncertain ?? source.reason });
    return byDefault(true, place);
  }

  #retention(): Fact<number> {
    const { retention, backups } = this.#type;
    const days = retention.databases
      ? this.#leastOf(retention.databases, retention)
      : this.#read(retention, numberOf, 'a number');
    const recovery = backups ?? this.#type.recovery;
    if (!recovery) return days;
    const made = this.#read(recovery, boolOf, 'true or false');
    return valueOf(made) === true ? days : derive(made, () => 0);
  }

  #leastOf(
    { type, server }: NonNullable<DatabaseSetting['databases']>,
    setting: DatabaseSetting,
  ): Fact<number> {
    const { at, related } = this.#resource;
    const days = this.#stack
      .attached(type, server, this.#resource, ['id'])
      .map((database) => new Reader(this.#stack, database, this.#type).#read(setting, numberOf, 'a number'));
    return least(days) ?? unknown('no databases of the server are in the files', at, related);
  }

  /** Cloud SQL for MySQL recovers from its binary log. */
  #recovery(setting: Setting): Fact<boolean> {
    const log = statedSetting(
      this.#resource,
      { on: ['settings', 'backup_configuration', 'binary_log_enabled'] },
      boolOf,
      'true or false',
    );
    const own = this.#read(setting, boolOf, 'true or false');
    return anyTrue(log ? [own, log] : [own], own);
  }

  #read<T extends string | number | boolean>(
    setting: DatabaseSetting,
    read: (value: Value) => T | undefined,
    wanted: string,
  ): Fact<T> {
    const resource = this.#resource;
    // This only stands where a boolean is read, as the table says.
    if (setting.instances !== undefined) return this.#ofInstances(setting.instances, setting) as Fact<T>;
    const stated = statedSetting(resource, setting, read, wanted);
    if (stated) return stated;
    const source =
      setting === this.#type.encrypted ? this.#type.copyOf?.find((name) => isSet(resource, name)) : undefined;
    if (source === undefined) return this.#absent(setting);
    const origin = resource.get(source);
    const original = this.#stack.target(origin);
    const place = origin?.at ?? resource.at;
    return (
      (original && statedSetting(original, setting, read, wanted)) ??
      unknown(`it is as the source in ${source} is`, place, resource.related)
    );
  }

  #absent<T extends string | number | boolean>(setting: DatabaseSetting): Fact<T> {
    const resource = this.#resource;
    const { variesFor } = setting;
    if (!variesFor) return absentSetting(resource, setting);
    const { value } = textSetting(resource, this.#type.engine);
    if (typeof value === 'string' && !value.startsWith(variesFor.engines))
      return absentSetting(resource, setting);
    return unknown(variesFor.because, resource.at, resource.related);
  }

  #ofInstances(attribute: string, setting: DatabaseSetting): Fact<boolean> {
    const resource = this.#resource;
    const instances = instancesOf(this.#stack, resource, this.#type);
    if (attribute !== '*') {
      const stated = statedSetting(resource, setting, boolOf, 'true or false');
      const facts = instances.map((instance) => boolSetting(instance, { ...setting, on: [attribute] }));
      return stated ?? anyTrue(facts, facts[0] ?? absentSetting(resource, setting));
    }
    const ownInstances = resource.get('db_cluster_instance_class') ?? resource.get('DBClusterInstanceClass');
    if (ownInstances) return known(true, ownInstances.at, resource.related);
    const [first, second] = instances;
    if (!first) return unknown('no instances of the cluster are in the files', resource.at, resource.related);
    if (second) return known(true, second.at, second.related);
    return first.uncertain === undefined
      ? known(false, first.at, first.related)
      : unknown(first.uncertain, first.at, first.related);
  }
}
