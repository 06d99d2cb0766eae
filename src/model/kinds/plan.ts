import type { Fact } from '../fact.ts';
import type { RollbackMechanism } from './delivery.ts';
import type { Signal } from './observability.ts';
import type { RolloutStrategy } from './workload.ts';

/** The plan as a whole; its parts are subjects of their own. Absent statements are `null`, never left out. */
export interface PlanFacts {
  readonly title: Fact<string>;
  readonly version: Fact<string | null>;
  readonly owner: Fact<string | null>;
  /** Parts of the task that the plan has nothing on, as JSON paths of the plan's schema. */
  readonly missing: readonly string[];
  readonly stateBackend: Fact<string | null>;
  readonly stateLocked: Fact<boolean | null>;
  readonly publicPorts: Fact<readonly number[]>;
  readonly tests: Fact<readonly string[]>;
  readonly scans: Fact<readonly string[]>;
  readonly frameworks: Fact<readonly string[]>;
  readonly signals: Fact<readonly Signal[]>;
  readonly logRetentionDays: Fact<number | null>;
  readonly notifications: readonly { readonly severity: Fact<string>; readonly receiver: Fact<string> }[];
  readonly diagrams: readonly PlanReferenceFacts[];
  readonly timeline: PlanTimelineFacts;
  readonly people: readonly PlanPersonFacts[];
  readonly budget: PlanBudgetFacts;
  readonly drillEveryDays: Fact<number | null>;
  readonly lastDrill: Fact<string | null>;
  readonly signOffs: readonly {
    readonly person: Fact<string>;
    readonly on: Fact<string>;
    readonly version: Fact<string>;
  }[];
}

/** Names a file, perhaps with an anchor, that the plan says exists. */
export interface PlanReferenceFacts {
  readonly path: Fact<string>;
  /** Joined. */
  readonly exists: Fact<boolean>;
}

export interface PlanTimelineFacts {
  /** Dates are YYYY-MM-DD. */
  readonly start: Fact<string | null>;
  readonly release: Fact<string | null>;
  readonly freezes: readonly {
    readonly from: Fact<string>;
    readonly to: Fact<string>;
    readonly reason: Fact<string | null>;
  }[];
}

export interface PlanPersonFacts {
  readonly name: Fact<string>;
  readonly role: Fact<string | null>;
  /** Full-time equivalents. */
  readonly allocation: Fact<number | null>;
  readonly contact: Fact<string | null>;
}

export interface PlanBudgetFacts {
  readonly currency: Fact<string | null>;
  readonly monthly: readonly {
    readonly environment: Fact<string>;
    readonly limit: Fact<number>;
    readonly estimate: Fact<number | null>;
  }[];
}

/** One environment of the plan, with its part of the delivery statements, and what the files have of it. */
export interface PlanEnvironmentFacts {
  readonly purpose: Fact<string>;
  readonly production: Fact<boolean>;
  readonly region: Fact<string | null>;
  readonly strategy: Fact<RolloutStrategy | null>;
  readonly approvals: Fact<number | null>;
  readonly rollbackMechanism: Fact<RollbackMechanism | null>;
  readonly rollbackAutomatic: Fact<boolean | null>;
  readonly rollbackProcedure: PlanReferenceFacts | null;
  /** Folders or files that are said to hold its infrastructure. */
  readonly infrastructure: readonly PlanReferenceFacts[];
  /** The plan has a deploy stage for it. */
  readonly deployed: Fact<boolean>;
  readonly budgeted: Fact<boolean>;
  /** Stacks found in the files for it, by path. Joined. */
  readonly foundStacks: Fact<readonly string[]>;
  /** Regions that those stacks provision in. Joined. */
  readonly foundRegions: Fact<readonly string[]>;
  /** Deploy jobs found for it, by id. Joined. */
  readonly foundDeployJobs: Fact<readonly string[]>;
  /** Strategies of the workloads found for it. Joined. */
  readonly foundStrategies: Fact<readonly RolloutStrategy[]>;
  /** Rollback mechanisms found for it. Joined. */
  readonly foundRollbacks: Fact<readonly RollbackMechanism[]>;
}

/** One component of the plan with what watches and protects it. */
export interface PlanComponentFacts {
  readonly type: Fact<'service' | 'database' | 'object-store' | 'queue' | 'cache' | 'external'>;
  readonly criticality: Fact<'critical' | 'standard' | 'low'>;
  readonly owner: Fact<string | null>;
  readonly dependsOn: Fact<readonly string[]>;
  readonly files: readonly PlanReferenceFacts[];
  /** Resource addresses that are it; `found` is joined. */
  readonly resources: readonly { readonly address: Fact<string>; readonly found: Fact<boolean> }[];
  /** Alerts about it, one entry for each signal that the plan asks for. Joined. */
  readonly coverage: readonly PlanCoverageFacts[];
  readonly rpoHours: Fact<number | null>;
  readonly rtoHours: Fact<number | null>;
  readonly backupEveryHours: Fact<number | null>;
  readonly backupKeepDays: Fact<number | null>;
  readonly restoreProcedure: PlanReferenceFacts | null;
  /** The tightest interval and the longest retention among backups found for it. Joined. */
  readonly foundBackupHours: Fact<number | null>;
  readonly foundRetentionDays: Fact<number | null>;
}

export interface PlanCoverageFacts {
  readonly signal: Signal;
  /** Ids of the alerts. */
  readonly alerts: Fact<readonly string[]>;
  /** At least one of them reaches someone. */
  readonly routed: Fact<boolean>;
  /** At least one of them has a runbook that exists with the needed sections. */
  readonly runbook: Fact<boolean>;
}

export interface PlanMilestoneFacts {
  readonly title: Fact<string>;
  readonly due: Fact<string>;
  readonly owner: Fact<string | null>;
  readonly dependsOn: Fact<readonly string[]>;
  /** Milestones that it depends on, directly or not, including itself when there is a cycle. Joined. */
  readonly upstream: Fact<readonly { readonly id: string; readonly due: string }[]>;
}

/** A document that the plan names, for what it names it, and what is there. */
export interface PlanDocumentFacts {
  readonly role:
    | 'procedure'
    | 'verification'
    | 'troubleshooting'
    | 'runbook'
    | 'rollback'
    | 'restore'
    | 'incident-response'
    | 'dashboard';
  readonly path: Fact<string>;
  /** Joined. */
  readonly exists: Fact<boolean>;
  /** Topics of its sections that hold more than a heading. Joined. */
  readonly topics: Fact<readonly string[]>;
  /** Numbered steps and commands in it. Joined. */
  readonly steps: Fact<number>;
}
