import type { Fact } from '../fact.ts';

/** Something that makes copies regularly. */
export interface BackupFacts {
  readonly mechanism: 'database-automated' | 'backup-plan' | 'replication' | 'job';
  /** The longest gap between two copies in hours; continuous recovery logs count as 5 minutes. */
  readonly intervalHours: Fact<number>;
  readonly retentionDays: Fact<number>;
  /** A copy in another region or account. */
  readonly offsite: Fact<boolean>;
  /** Ids of the subjects it covers, where known. */
  readonly covers: Fact<readonly string[]>;
}

/** What may be deleted while it still holds data: a setting of buckets, datasets and vaults, where the files state it. */
export interface DataRemovalFacts {
  readonly production: Fact<boolean>;
  /** Deleting it deletes all that it holds; otherwise the cloud refuses as long as it holds anything. */
  readonly withContents: Fact<boolean>;
}
