import type { Fact } from '../../fact.ts';

/** A record of what is done in a cloud account. */
export interface AuditTrailFacts {
  readonly logging: Fact<boolean>;
  /** It records what is done in every region, not in its own only. */
  readonly everyRegion: Fact<boolean>;
  /** What is recorded is signed, so that a change of it is found. */
  readonly validated: Fact<boolean>;
}

/** Where logs are kept. */
export interface LogGroupFacts {
  /** `null` where nothing ever deletes them. */
  readonly retentionDays: Fact<number | null>;
}
