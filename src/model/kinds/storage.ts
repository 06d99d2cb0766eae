import type { Fact } from '../fact.ts';
import type { CloudProvider } from './infrastructure.ts';

/**
 * A volume: on its own, of an instance or of what instances are launched from; or the setting that decides for all
 * volumes of a region.
 */
export interface DiskFacts {
  readonly provider: CloudProvider;
  readonly encrypted: Fact<boolean>;
  /** The machine encrypts it too, before the cloud does; `null` where nothing is said of that. */
  readonly machineEncrypted: Fact<boolean | null>;
}

/** A file system, or where tasks mount one; each has one of the two facts, and `null` in the other's place. */
export interface FileSystemFacts {
  readonly provider: CloudProvider;
  readonly encrypted: Fact<boolean | null>;
  readonly encryptedInTransit: Fact<boolean | null>;
}

/** A managed cache. A fact is `null` where the service has no such thing, as Memcached has no backups. */
export interface CacheFacts {
  readonly provider: CloudProvider;
  readonly encrypted: Fact<boolean | null>;
  /** All connections are; a second port without TLS makes it false. */
  readonly encryptedInTransit: Fact<boolean | null>;
  /** Clients must say who they are. */
  readonly authenticated: Fact<boolean | null>;
  /** Days that automatic snapshots are kept; 0 is off. */
  readonly backupRetentionDays: Fact<number | null>;
  /** A copy in another zone takes over when one fails. */
  readonly multiZone: Fact<boolean | null>;
}

/** A queue, topic, stream or broker: messages on their way. A fact is `null` where the service has no such thing. */
export interface QueueFacts {
  readonly provider: CloudProvider;
  readonly encrypted: Fact<boolean | null>;
  /** Between clients and brokers, and among brokers. */
  readonly encryptedInTransit: Fact<boolean | null>;
  /** It has an address on the internet of its own; `null` for what is reached through the provider's API. */
  readonly public: Fact<boolean | null>;
  /** What its brokers log is kept; `null` where there are no brokers, or where that is set elsewhere. */
  readonly logged: Fact<boolean | null>;
}

/** A managed search cluster. */
export interface SearchDomainFacts {
  readonly provider: CloudProvider;
  readonly encrypted: Fact<boolean>;
  /** Traffic among its nodes. */
  readonly encryptedBetweenNodes: Fact<boolean>;
  readonly httpsOnly: Fact<boolean>;
  /** TLS 1.0 and 1.1 are refused. */
  readonly modernTls: Fact<boolean>;
  /** Its endpoint is on the internet rather than in a private network. */
  readonly public: Fact<boolean>;
  /** At least one of its logs is kept; `null` where that is set elsewhere. */
  readonly logged: Fact<boolean | null>;
}

/**
 * What reads, moves or analyzes data, or builds from it: query engines, data lakes, replication, builds, and the settings
 * that jobs run under. A fact is `null` where the service has no such thing.
 */
export interface DataServiceFacts {
  readonly provider: CloudProvider;
  /** What it stores: results, artifacts, working copies, logs. */
  readonly encrypted: Fact<boolean | null>;
  /** Clients cannot choose to do without. */
  readonly enforced: Fact<boolean | null>;
  /** It has an address on the internet, or a way to it that no network of one's own decides. */
  readonly public: Fact<boolean | null>;
}

/** A key, or a secret in a vault of keys. */
export interface KeyFacts {
  readonly provider: CloudProvider;
  /** Days between rotations; 0 is never, `null` for what cannot rotate by itself. */
  readonly rotationDays: Fact<number | null>;
  /** It has a day on which it ends; `null` where keys have no such day. */
  readonly expires: Fact<boolean | null>;
  /** It can be used; `null` where keys have no such switch. */
  readonly enabled: Fact<boolean | null>;
}

/** Where keys and secrets are kept. */
export interface KeyVaultFacts {
  readonly provider: CloudProvider;
  /** What is deleted can be had back for some time, whoever deletes it. */
  readonly purgeProtected: Fact<boolean>;
  /** What someone deletes can be had back for some days, unless they purge it too. */
  readonly softDelete: Fact<boolean>;
  /** It answers every network. */
  readonly public: Fact<boolean>;
}
