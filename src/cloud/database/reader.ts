import { known, unknown, valueOf, type DatabaseFacts, type Fact } from '../../model/index.ts';
import type { Value } from '../resource/value.ts';
import { textList } from '../resource/lists.ts';
import { anyTrue, derive, least } from '../resource/logic.ts';
import { boolOf, byDefault, nothing, numberOf, partsOn, text, textOf, wayTo } from '../resource/part.ts';
import {
  absentSetting,
  boolSetting,
  isSet,
  statedSetting,
  textSetting,
  tlsVersionOf,
  type Setting,
} from '../resource/setting.ts';
import type { Resource, Stack } from '../resource/stack.ts';
import { parameterIn } from './parameters.ts';
import { instancesOf, type DatabaseSetting, type DatabaseType } from './type.ts';

/** Reads the facts of one database as the table has its type. */
export class DatabaseReader {
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
      provider: type.provider,
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
      minimumTls: type.minimumTls
        ? tlsVersionOf(this.#read(type.minimumTls, textOf, 'a text'))
        : nothing(this.#resource),
      logExports: this.#logExports(),
      authority: this.#authority(),
      riskySettings: this.#riskySettings(),
    };
  }

  #deletionProtection(): Fact<boolean | null> {
    const { deletionProtection: setting } = this.#type;
    if (setting?.lock) {
      const [lock] = this.#stack.attached('azurerm_management_lock', 'scope', this.#resource);
      return lock ? byDefault(true, lock) : nothing(this.#resource);
    }
    return setting ? this.#read(setting, boolOf, 'true or false') : nothing(this.#resource);
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
    return last?.on ? absentSetting(this.#resource, last) : nothing(this.#resource);
  }

  #logExports(): Fact<readonly string[] | null> {
    const { logs, logged } = this.#type;
    if (logged) {
      const { beside } = logged;
      const [other] = beside ? this.#stack.attached(beside.type, beside.names, this.#resource, ['id']) : [];
      const kept = other ? byDefault(true, other) : boolSetting(this.#resource, logged);
      return derive(kept, (yes) => (yes ? ['all'] : []));
    }
    if (logs === undefined) return nothing(this.#resource);
    return textList(this.#resource, logs) ?? byDefault([], this.#resource);
  }

  #authority(): Fact<string | null> {
    const { authority } = this.#type;
    return (
      (authority && statedSetting(this.#resource, authority, textOf, 'a text')) ?? nothing(this.#resource)
    );
  }

  #riskySettings(): Fact<readonly string[]> {
    const { on = [], risky = {} } = this.#type.flags ?? {};
    const flags = partsOn(this.#resource, on);
    const open = flags.find(({ uncertain }) => uncertain !== undefined);
    const opened = flags.flatMap((flag) => {
      const [name, value] = [text(flag, 'name'), text(flag, 'value')];
      const written = name && valueOf(name);
      return written !== undefined && value && valueOf(value) === risky[written] ? [{ written, value }] : [];
    });
    const [first] = opened;
    if (!first && open) return byDefault([], open);
    return first
      ? known(
          opened.map(({ written }) => written),
          first.value.at,
          first.value.related,
        )
      : byDefault([], this.#resource);
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
      .map((database) =>
        new DatabaseReader(this.#stack, database, this.#type).#read(setting, numberOf, 'a number'),
      );
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
    const { variesFor, before } = setting;
    const past = before === undefined ? undefined : this.#past();
    if (past) return known(before as T, resource.at, past);
    if (!variesFor) return absentSetting(resource, setting);
    const { value } = textSetting(resource, this.#type.engine);
    if (typeof value === 'string' && !value.startsWith(variesFor.engines))
      return absentSetting(resource, setting);
    return unknown(variesFor.because, resource.at, resource.related);
  }

  /** What shows that it was made before defaults changed: such are no longer made. */
  #past(): Fact<unknown>['related'] | undefined {
    const resource = this.#resource;
    for (const [name, pattern] of Object.entries(this.#type.past ?? {})) {
      const value = resource.get(name);
      const written = value ? textOf(value) : name === this.#type.engine.on?.[0] && this.#type.engine.absent;
      if (typeof written !== 'string' || !new RegExp(pattern).test(written)) continue;
      const message = value
        ? `${written} is no longer made`
        : `${name} is not set here, and ${written} is no longer made`;
      const note = { location: value?.at ?? resource.at, message };
      return [note, ...resource.related];
    }
    return undefined;
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
