import type { Fact } from '../fact.ts';
import type { CloudProvider } from './infrastructure.ts';

/** What is copied: the data as it lies there, every change, a dump, what follows all the time, or old versions. */
export type BackupMethod = 'snapshot' | 'continuous' | 'dump' | 'replication' | 'versioning';

/** Something that makes copies regularly. */
export interface BackupFacts {
  readonly mechanism: 'database-automated' | 'backup-plan' | 'replication' | 'job';
  readonly method: Fact<BackupMethod>;
  /** The longest gap between two copies in hours; continuous recovery logs count as 5 minutes. */
  readonly intervalHours: Fact<number>;
  readonly retentionDays: Fact<number>;
  /** A copy in another region or account. */
  readonly offsite: Fact<boolean>;
  /** Regions that copies are put in besides that of what is copied. */
  readonly copyRegions: Fact<readonly string[]>;
  readonly encrypted: Fact<boolean>;
  /** Nobody can delete copies before their time. */
  readonly immutable: Fact<boolean>;
  /** It is switched on, and what it writes to can be written. */
  readonly active: Fact<boolean>;
  /** Copies lie where they stay when what made them, or its machine, is gone. */
  readonly lasting: Fact<boolean>;
  /** Ids of the subjects it covers, where known. */
  readonly covers: Fact<readonly string[]>;
  /** Names of hosts that it copies from, as its commands and variables have them. */
  readonly sources: readonly string[];
}

/** What may be deleted while it still holds data: a setting of buckets, datasets and vaults, where the files state it. */
export interface DataRemovalFacts {
  readonly production: Fact<boolean>;
  /** Deleting it deletes all that it holds; otherwise the cloud refuses as long as it holds anything. */
  readonly withContents: Fact<boolean>;
}

/** What sends users, or a database's clients, to another region or place when the first one fails. */
export interface FailoverFacts {
  readonly provider: CloudProvider | 'cloudflare';
  /** Names that answer otherwise, a balancer before several regions, or a database that another region follows. */
  readonly method: 'names' | 'balancer' | 'database';
  /** Something looks whether the first still works; `null` where the service does that by itself. */
  readonly checked: Fact<boolean | null>;
  /** Nobody must decide it. */
  readonly automatic: Fact<boolean>;
  /** Ids of the data that several regions have by it; `null` for names and balancers, which send requests. */
  readonly data: Fact<readonly string[] | null>;
}

/** Something that restores regularly, to see whether that works. */
export interface RestoreTestFacts {
  readonly intervalHours: Fact<number>;
  /** It is switched on. */
  readonly active: Fact<boolean>;
}

/** A copy that the plan says lies elsewhere; it has at least one of the two. */
export interface PlanCopyFacts {
  readonly region: Fact<string | null>;
  readonly account: Fact<string | null>;
}
