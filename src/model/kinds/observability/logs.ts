import type { Fact } from '../../fact.ts';
import type { CloudProvider } from '../infrastructure.ts';

/** A record of what is done in a cloud account. A fact is `null` where the cloud leaves no choice, or another part decides. */
export interface AuditTrailFacts {
  readonly provider: CloudProvider;
  readonly logging: Fact<boolean>;
  /** It records what is done in every region, not in its own only. */
  readonly everyRegion: Fact<boolean | null>;
  /** What is recorded is signed, so that a change of it is found. */
  readonly validated: Fact<boolean | null>;
  /** It is encrypted with a key that one keeps oneself, so that who reads it can be limited and is recorded. */
  readonly ownKey: Fact<boolean | null>;
  /** Each sort of access or change is recorded, and none left out. */
  readonly everyAction: Fact<boolean | null>;
  /** Who is left out of the record. */
  readonly exempted: Fact<readonly string[]>;
  /**
   * What of an account's changes no alarm tells anyone, by the list that the CIS benchmark for AWS gives in its section 4; `null`
   * where the trail writes to no log that filters read.
   */
  readonly unwatched: Fact<readonly string[] | null>;
}

/** What a database records of its use, as far as its files say. A fact is `null` where nothing is said of it. */
export interface DatabaseRecordFacts {
  readonly provider: CloudProvider;
  /** Who connects. */
  readonly connections: Fact<boolean | null>;
  /** When they leave. */
  readonly disconnections: Fact<boolean | null>;
  readonly checkpoints: Fact<boolean | null>;
  readonly lockWaits: Fact<boolean | null>;
  /** What is asked and changed, for an audit. */
  readonly audited: Fact<boolean | null>;
}

/** What looks for attacks in a cloud account or a service, or who hears of them. */
export interface ThreatDetectionFacts {
  readonly provider: CloudProvider;
  /** `null` of what only says who is told. */
  readonly on: Fact<boolean | null>;
  /** Sorts of alerts that are turned off. */
  readonly silenced: Fact<readonly string[]>;
  /** Somebody is told; `null` where that is set elsewhere. */
  readonly told: Fact<boolean | null>;
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

/** What becomes of the logs that a service writes. */
export interface ServiceLogFacts {
  readonly provider: CloudProvider;
  /** They are sent to where they are kept. */
  readonly kept: Fact<boolean>;
}
