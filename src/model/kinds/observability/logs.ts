import type { Fact } from '../../fact.ts';
import type { CloudProvider } from '../infrastructure.ts';

/** A record of what is done in a cloud account. */
export interface AuditTrailFacts {
  readonly logging: Fact<boolean>;
  /** It records what is done in every region, not in its own only. */
  readonly everyRegion: Fact<boolean>;
  /** What is recorded is signed, so that a change of it is found. */
  readonly validated: Fact<boolean>;
}

/** A record of what there is in cloud accounts, how it is set, and how it was: a recorder, or what joins those of many. */
export interface InventoryFacts {
  readonly provider: CloudProvider;
  /** It shows every region, also those to come; `null` for what records its own region. */
  readonly everyRegion: Fact<boolean | null>;
  /** Every type of resource, or all but some that are named. */
  readonly everyType: Fact<boolean>;
}

/** Where logs are kept. */
export interface LogGroupFacts {
  /** `null` where nothing ever deletes them. */
  readonly retentionDays: Fact<number | null>;
}
