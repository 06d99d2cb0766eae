import {
  isUnknown,
  known,
  unknown,
  valueOf,
  type DatabaseFacts,
  type Fact,
  type SubjectOf,
} from '../../model/index.ts';
import type { Value } from '../resource/value.ts';
import { anyTrue, derive, least } from '../resource/logic.ts';
import { boolOf, byDefault, factOf, numberOf, partsOn, textOf, wayTo, type Part } from '../resource/part.ts';
import type { Resource, Stack } from '../resource/stack.ts';
import table from './databases.json' with { type: 'json' };

/** Where a type of resource says something, and what its provider does when it does not. */
interface Setting {
  /** Names of blocks, and of the attribute at their end. */
  readonly on?: readonly string[];
  readonly absent?: string | number | boolean;
  /** Why that cannot be told. */
  readonly varies?: string;
  /** The text that means yes. */
  readonly when?: string;
  /** Attributes that make it false whatever else is set. */
  readonly unlessSet?: readonly string[];
  /** Settings that make it true whatever else is set. */
  readonly trueWhen?: Readonly<Record<string, string>>;
  readonly always?: string | number | boolean;
  readonly untold?: string;
  /** An attribute of the cluster's instances; `*` asks for two of them. */
  readonly instances?: string;
  /** Resources of their own, which name their server, decide: the one with the least. */
  readonly databases?: { readonly type: string; readonly server: string };
  /** A management lock decides. */
  readonly lock?: boolean;
}

interface DatabaseType {
  readonly provider: string;
  readonly engine: Setting;
  readonly encrypted: Setting;
  readonly public: Setting;
  readonly retention: Setting;
  /** Backups can be off by themselves; without it, no days are no backups. */
  readonly backups?: Setting;
  /** Point-in-time recovery can be off by itself; without it, backups have it. */
  readonly recovery?: Setting;
  readonly multiZone: Setting;
  readonly deletionProtection: Setting;
  readonly instances?: string;
  /** The attribute that makes it a read replica of another database. */
  readonly replicaOf?: string;
  /** Attributes that make a new database a copy, which is as its source is. */
  readonly copyOf?: readonly string[];
}

const TYPES: readonly (readonly [name: string, type: DatabaseType])[] = Object.entries(table);

/** Managed database instances and clusters. */
export function databases(stack: Stack): readonly SubjectOf<'database'>[] {
  return TYPES.flatMap(([name, type]) =>
    stack
      .of(name)
      .filter((resource) => !isLock(resource))
      .map((resource) => stack.subject('database', resource, new Reader(stack, resource, type).facts())),
  );
}

/** The table that Terraform locks its state with: what it holds is gone after each run. */
function isLock(resource: Resource): boolean {
  const key = resource.get('hash_key');
  return key !== undefined && textOf(key) === 'LockID';
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
      deletionProtection: this.#read(type.deletionProtection, boolOf, 'true or false'),
    };
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

  #leastOf({ type, server }: NonNullable<Setting['databases']>, setting: Setting): Fact<number> {
    const { at, related } = this.#resource;
    const days = this.#stack
      .attached(type, server, this.#resource, ['id'])
      .map((database) => new Reader(this.#stack, database, this.#type).#read(setting, numberOf, 'a number'));
    return least(days) ?? unknown('no databases of the server are in the files', at, related);
  }

  /** Cloud SQL for MySQL recovers from its binary log. */
  #recovery(setting: Setting): Fact<boolean> {
    const log = this.#stated(
      { on: ['settings', 'backup_configuration', 'binary_log_enabled'] },
      boolOf,
      'true or false',
    );
    const own = this.#read(setting, boolOf, 'true or false');
    return anyTrue(log ? [own, log] : [own], own);
  }

  #read<T extends string | number | boolean>(
    setting: Setting,
    read: (value: Value) => T | undefined,
    wanted: string,
  ): Fact<T> {
    const resource = this.#resource;
    const decided = this.#decided<T>(setting) ?? this.#stated(setting, read, wanted);
    if (decided) return decided;
    const source =
      setting === this.#type.encrypted ? this.#type.copyOf?.find((name) => this.#isSet(name)) : undefined;
    if (source !== undefined) {
      const at = resource.get(source)?.at ?? resource.at;
      return unknown(`it is as the source in ${source} is`, at, resource.related);
    }
    if (setting.absent === undefined)
      return unknown(
        setting.varies ?? `${setting.on?.at(-1) ?? 'it'} is not set`,
        resource.at,
        resource.related,
      );
    return this.#absent(setting.absent as T, setting.on ?? []);
  }

  /** A default is nowhere to be read, so it says what is missing where. */
  #absent<T>(value: T, way: readonly string[]): Fact<T> {
    const { holder, missing } = this.#holder(way);
    const fact = byDefault(value, holder);
    if (missing.length === 0 || isUnknown(fact.value)) return fact;
    const note = { location: holder.at, message: `${missing.join('.')} is not set here` };
    return known(value, fact.at, [note, ...(fact.related ?? [])]);
  }

  #isSet(name: string): boolean {
    return this.#resource.get(name) !== undefined || this.#resource.parts(name).length > 0;
  }

  /** What decides without or before the setting's own attribute. */
  #decided<T extends string | number | boolean>(setting: Setting): Fact<T> | undefined {
    const resource = this.#resource;
    if (setting.always !== undefined) return byDefault(setting.always as T, resource);
    if (setting.untold !== undefined) return unknown(setting.untold, resource.at, resource.related);
    // Both only stand where a boolean is read, as the table says.
    if (setting.lock) return this.#lock() as Fact<T>;
    if (setting.instances !== undefined) return this.#ofInstances(setting.instances) as Fact<T>;
    const closing = setting.unlessSet?.find((name) => this.#isSet(name));
    if (closing !== undefined)
      return known(false as T, resource.get(closing)?.at ?? resource.at, resource.related);
    for (const [name, wantedText] of Object.entries(setting.trueWhen ?? {})) {
      const value = resource.get(name);
      if (value && textOf(value) === wantedText) return known(true as T, value.at, wayTo(value, resource));
    }
    return undefined;
  }

  #stated<T>(setting: Setting, read: (value: Value) => T | undefined, wanted: string): Fact<T> | undefined {
    const way = setting.on ?? [];
    const attribute = way.at(-1) ?? '';
    const { when } = setting;
    for (const part of partsOn(this.#resource, way.slice(0, -1))) {
      const value = part.get(attribute);
      if (part.uncertain !== undefined) return unknown(part.uncertain, part.at, part.related);
      if (!value) continue;
      if (when === undefined) return factOf(value, part, read, wanted);
      return derive(factOf(value, part, textOf, 'a text'), (text) => text === when) as unknown as Fact<T>;
    }
    return undefined;
  }

  /** The innermost block on the way that exists, whose header is where the attribute is missing, and the rest of the way. */
  #holder(way: readonly string[]): { readonly holder: Part; readonly missing: readonly string[] } {
    for (let length = way.length - 1; length > 0; length--) {
      const [part] = partsOn(this.#resource, way.slice(0, length));
      if (part) return { holder: part, missing: way.slice(length) };
    }
    return { holder: this.#resource, missing: way };
  }

  #ofInstances(attribute: string): Fact<boolean> {
    const resource = this.#resource;
    const type = this.#type.instances ?? '';
    const instances = this.#stack.attached(type, 'cluster_identifier', resource, [
      'cluster_identifier',
      'id',
    ]);
    if (attribute !== '*') {
      const facts = instances.map((instance) => {
        const value = instance.get(attribute);
        return value ? factOf(value, instance, boolOf, 'true or false') : byDefault(false, instance);
      });
      return anyTrue(facts, facts[0] ?? byDefault(false, resource));
    }
    const ownInstances = resource.get('db_cluster_instance_class');
    if (ownInstances) return known(true, ownInstances.at, resource.related);
    const [first, second] = instances;
    if (!first) return unknown('no instances of the cluster are in the files', resource.at, resource.related);
    if (second) return known(true, second.at, second.related);
    return first.uncertain === undefined
      ? known(false, first.at, first.related)
      : unknown(first.uncertain, first.at, first.related);
  }

  #lock(): Fact<boolean> {
    const [lock] = this.#stack.attached('azurerm_management_lock', 'scope', this.#resource);
    return lock ? byDefault(true, lock) : byDefault(false, this.#resource);
  }
}
