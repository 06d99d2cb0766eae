import type { Fact } from '../fact.ts';
import type { CloudProvider } from './infrastructure.ts';

/** A limit that the cloud holds costs against, and tells someone about. */
export interface BudgetFacts {
  readonly provider: CloudProvider;
  /** What may be spent in a period; `null` where that follows what was spent before, or changes from period to period. */
  readonly limit: Fact<number | null>;
  /** ISO 4217 code; `null` for the currency that the account is billed in. */
  readonly currency: Fact<string | null>;
  /** `null` for one that is none of these. */
  readonly period: Fact<'day' | 'month' | 'quarter' | 'year' | null>;
  /** It counts some costs only: those of a service or project, or of what has a tag. */
  readonly partial: Fact<boolean>;
  /** Percents of the limit at which it tells. */
  readonly thresholds: Fact<readonly number[]>;
  /** Who is told: addresses, topics, channels, groups, roles. */
  readonly notified: Fact<readonly string[]>;
}

/** What a resource is marked with, where the plan states tags: those of AWS and Azure, or labels of Google Cloud. */
export interface TaggingFacts {
  readonly provider: CloudProvider;
  /** Names of its tags, with those that the provider's configuration gives to all. */
  readonly names: Fact<readonly string[]>;
  /** There can be no others: none are given by who calls the code or makes the stack. */
  readonly complete: Fact<boolean>;
}
