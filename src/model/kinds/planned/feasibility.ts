import type { Fact } from '../../fact.ts';

/** What follows from the milestones' dates and work, for one of them or for the release. */
export interface PlanScheduleFacts {
  /** The milestone that it is about. */
  readonly milestone: string;
  /** The earliest day on which it can be ready. */
  readonly ready: Fact<string>;
  /** Working days from then to its date; below zero when it is too late. */
  readonly slackDays: Fact<number>;
  /** The work in a row that decides it: `pipeline: 10 working days from 2026-10-26 to 2026-11-06`. */
  readonly chain: Fact<string>;
  /** What decides it is itself too late. */
  readonly afterLate: Fact<boolean>;
}

/** The period in which someone has the most work beyond the time that they have. */
export interface PlanBookingFacts {
  readonly from: Fact<string>;
  readonly to: Fact<string>;
  readonly workingDays: Fact<number>;
  /** Days of work that milestones which must be done in it take. */
  readonly effort: Fact<number>;
  /** Days of work that the allocation gives in it. */
  readonly capacity: Fact<number>;
  /** `infrastructure 15, pipeline 10`. */
  readonly milestones: Fact<string>;
}

export interface PlanPersonFacts {
  readonly name: Fact<string>;
  readonly role: Fact<string | null>;
  /** Full-time equivalents. */
  readonly allocation: Fact<number | null>;
  readonly contact: Fact<string | null>;
  /** How many people a team is. */
  readonly headcount: Fact<number | null>;
  /** When they are away; a time before `from` or after `to` counts. */
  readonly absences: readonly { readonly from: Fact<string>; readonly to: Fact<string> }[];
  /** Who stands in. */
  readonly deputy: Fact<string | null>;
  /** null where the plan states no work or no time of theirs. */
  readonly booking: PlanBookingFacts | null;
}

export interface PlanTimelineFacts {
  /** Dates are YYYY-MM-DD. */
  readonly start: Fact<string | null>;
  readonly release: Fact<string | null>;
  /** `monday`. */
  readonly releaseWeekday: Fact<string | null>;
  readonly freezes: readonly {
    readonly from: Fact<string>;
    readonly to: Fact<string>;
    readonly reason: Fact<string | null>;
    /** Names of environments that it is about; none where it does not say, which means production. */
    readonly environments: Fact<readonly string[]>;
  }[];
  /** Days on which nobody works. */
  readonly holidays: readonly { readonly on: Fact<string>; readonly name: Fact<string | null> }[];
  /** The milestone that can be ready last, against the release; null where the plan states no work. */
  readonly critical: PlanScheduleFacts | null;
}

/** A criterion that the plan declares not applicable. */
export interface PlanTailoringFacts {
  readonly criterion: Fact<string>;
  readonly approvedBy: Fact<string | null>;
}

/** How available a component is at best, by what the plan states of it and of what it depends on. */
export interface PlanDesignFacts {
  /** Percent: the product over those that state it. */
  readonly percent: Fact<number>;
  /** `checkout 99.95 % × orders-db 99.9 %`. */
  readonly arithmetic: Fact<string>;
  /** Names of those that state nothing. */
  readonly unstated: Fact<readonly string[]>;
}

/** What an environment may use of something that is limited, and what it needs. */
export interface PlanCapacityFacts {
  readonly environment: Fact<string>;
  /** `vcpu`, `memory-gib`, `storage-gib`, or the quota's name. */
  readonly resource: Fact<string>;
  readonly available: Fact<number>;
  /** Stated with the capacity, else the environment's requirement of the same resource. */
  readonly needed: Fact<number | null>;
}

/** What the workloads that are found for an environment ask for, beside the machines that are to carry them. */
export interface PlanDemandFacts {
  readonly resource: 'vcpu' | 'memory-gib';
  /** The sum of what is known, when as many run as may. */
  readonly total: Fact<number>;
  /** `checkout 3 × 0.5, cart 2 × 0.25`; the largest first. */
  readonly arithmetic: Fact<string>;
  /** Workloads of which it is not known, and why: then it may be more. */
  readonly open: Fact<readonly string[]>;
  /** The most that one pod asks for, and whose it is. */
  readonly largestPod: Fact<number>;
  readonly largestOf: Fact<string>;
  /** What all machines have, when as many run as may; null where nothing tells of machines. */
  readonly nodes: Fact<number | null>;
  /** `main 6 × m6i.xlarge (4)`. */
  readonly nodesArithmetic: Fact<string>;
  /** The most that one machine has. */
  readonly largestNode: Fact<number | null>;
}

export interface PlanBudgetFacts {
  readonly currency: Fact<string | null>;
  readonly monthly: readonly {
    readonly environment: Fact<string>;
    readonly limit: Fact<number>;
    readonly estimate: Fact<number | null>;
    /** null where the plan gives no prices, or the environment no services. */
    readonly priced: PlanCostFacts | null;
  }[];
}

/** What the services of an environment cost in a month, by the prices of the plan. */
export interface PlanCostFacts {
  /** The sum of what has a price. */
  readonly total: Fact<number>;
  /** `eks m6i.large 6 × 140 = 840, s3 1 × 20 = 20`. */
  readonly arithmetic: Fact<string>;
  /** Services without a price, or without a number of them. */
  readonly unpriced: Fact<readonly string[]>;
}
