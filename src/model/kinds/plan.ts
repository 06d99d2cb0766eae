import type { Fact } from '../fact.ts';
import type { RollbackMechanism } from './progressive.ts';
import type { PlanExemptionFacts, PlanMonitoringFacts, Signal, WatchFacts } from './observability/index.ts';
import type {
  PlanArtifactsFacts,
  PlanComplianceFacts,
  PlanNetworkFacts,
  PlanNotificationFacts,
  PlanQualityGateFacts,
  PlanNamedFacts,
  PlanReferenceFacts,
  PlanRiskFacts,
  PlanRoleFacts,
  PlanScannerFacts,
  PlanSecretFacts,
  PlanSecurityFacts,
  PlanServiceFacts,
  PlanStageFacts,
  PlanVerificationFacts,
  PlanVersionsFacts,
  PlanWindowFacts,
} from './planned/index.ts';
import type {
  PlanBudgetFacts,
  PlanCapacityFacts,
  PlanDemandFacts,
  PlanDesignFacts,
  PlanPersonFacts,
  PlanScheduleFacts,
  PlanTailoringFacts,
  PlanTimelineFacts,
} from './planned/feasibility.ts';
import type { BackupMethod, PlanCopyFacts } from './recovery.ts';
import type { RolloutStrategy } from './workload.ts';

/** The plan as a whole; its parts are subjects of their own. Absent statements are `null`, never left out. */
export interface PlanFacts {
  readonly title: Fact<string>;
  readonly version: Fact<string | null>;
  readonly owner: Fact<string | null>;
  /** Bullets of the task that the plan has nothing on, in the order of the task. */
  readonly missing: readonly PlanMissingFacts[];
  readonly provider: Fact<string | null>;
  readonly tool: Fact<string | null>;
  /** Names of the tags that every resource carries; none where it does not say. */
  readonly tags: Fact<readonly string[]>;
  readonly stateBackend: Fact<string | null>;
  readonly stateLocked: Fact<boolean | null>;
  readonly stateEncrypted: Fact<boolean | null>;
  readonly publicPorts: Fact<readonly number[]>;
  readonly network: PlanNetworkFacts;
  /** Regions of copies and of what takes over, which the plan names beside those of its environments. */
  readonly otherRegions: Fact<readonly string[]>;
  readonly versions: PlanVersionsFacts;
  readonly artifacts: PlanArtifactsFacts;
  readonly qualityGates: readonly PlanQualityGateFacts[];
  readonly scanners: readonly PlanScannerFacts[];
  readonly roles: readonly PlanRoleFacts[];
  readonly secrets: readonly PlanSecretFacts[];
  readonly compliance: readonly PlanComplianceFacts[];
  /** What runs the pipeline: `tekton`, `argo-cd`. */
  readonly deliverySystem: Fact<string | null>;
  readonly stages: readonly PlanStageFacts[];
  readonly tests: Fact<readonly string[]>;
  readonly security: PlanSecurityFacts;
  readonly scans: Fact<readonly string[]>;
  readonly frameworks: Fact<readonly string[]>;
  readonly signals: Fact<readonly Signal[]>;
  readonly logDestination: Fact<string | null>;
  readonly logRetentionDays: Fact<number | null>;
  /** What brings the logs there. */
  readonly logShipper: Fact<string | null>;
  readonly tracesSamplePercent: Fact<number | null>;
  readonly metricsSystem: Fact<string | null>;
  readonly metricsEverySeconds: Fact<number | null>;
  readonly notifications: readonly PlanNotificationFacts[];
  readonly monitoring: PlanMonitoringFacts;
  /** Diagrams, documents on the architecture, pipelines, folders of modules. */
  readonly named: readonly PlanNamedFacts[];
  readonly timeline: PlanTimelineFacts;
  readonly people: readonly PlanPersonFacts[];
  readonly budget: PlanBudgetFacts;
  readonly capacity: readonly PlanCapacityFacts[];
  readonly risks: readonly PlanRiskFacts[];
  readonly drillEveryDays: Fact<number | null>;
  readonly lastDrill: Fact<string | null>;
  /** Names of people to call in an incident, in the order of escalation. */
  readonly incidentContacts: Fact<readonly string[]>;
  readonly incident: PlanIncidentFacts;
  /** How often the documents that it names are to be reviewed. */
  readonly documentsReviewedEveryDays: Fact<number | null>;
  readonly signOffs: readonly PlanSignOffFacts[];
  /** The day by which it is to be reviewed again. */
  readonly reviewNext: Fact<string | null>;
  readonly tailoring: readonly PlanTailoringFacts[];
}

/** What the plan says of incidents; nothing where it has no such part. */
export interface PlanIncidentFacts {
  /** What pages people. */
  readonly system: Fact<string | null>;
  readonly severities: Fact<readonly string[]>;
  readonly contacts: readonly { readonly person: Fact<string>; readonly contact: Fact<string | null> }[];
  readonly escalation: readonly { readonly afterMinutes: Fact<number | null>; readonly to: Fact<string> }[];
  /** Who speaks to customers. */
  readonly speaker: Fact<string | null>;
}

/** A bullet of a step of the task that the plan has no statement on. */
export interface PlanMissingFacts {
  /** The task's bullet: `step-3/rollback`. */
  readonly check: string;
  /** 1 to 8, the task's steps. */
  readonly step: number;
  /** The task's bullet in a few words, with the environment that lacks it where it is about one. */
  readonly title: string;
  /** Where it belongs in the plan: `observability.logs`, `environments.1.requirements`. */
  readonly path: Fact<string>;
  /** What could stand there: YAML on one line. */
  readonly example: string;
}

export interface PlanSignOffFacts {
  readonly person: Fact<string>;
  /** YYYY-MM-DD. */
  readonly on: Fact<string>;
  /** The plan's version that was signed. */
  readonly version: Fact<string>;
  /** What was reviewed; every aspect when the plan does not say. */
  readonly covers: Fact<readonly PlanReviewAspect[]>;
}

export type PlanReviewAspect =
  'completeness' | 'feasibility' | 'security' | 'compliance' | 'timeline' | 'resources';

/** One environment of the plan, with its part of the delivery statements, and what the files have of it. */
export interface PlanEnvironmentFacts {
  readonly purpose: Fact<string>;
  readonly production: Fact<boolean>;
  /** Where it stands, by its own statement or the plan's. */
  readonly provider: Fact<string | null>;
  readonly account: Fact<string | null>;
  readonly region: Fact<string | null>;
  readonly standbyRegion: Fact<string | null>;
  readonly network: PlanNetworkFacts;
  readonly services: readonly PlanServiceFacts[];
  readonly verification: PlanVerificationFacts;
  readonly windows: readonly PlanWindowFacts[];
  /** How long its logs are kept; null: as the plan says for all environments. */
  readonly logRetentionDays: Fact<number | null>;
  /** Availability zones that it spans. */
  readonly zones: Fact<number | null>;
  /** Ports that are open to the internet there, where they differ from the plan's. */
  readonly publicPorts: Fact<readonly number[] | null>;
  readonly strategy: Fact<RolloutStrategy | null>;
  /** Percents of the traffic that a new version gets, step by step. */
  readonly steps: Fact<readonly number[] | null>;
  readonly approvals: Fact<number | null>;
  /** Who may approve, as the plan names them. */
  readonly approvers: Fact<readonly string[]>;
  /** Who starts deployments, as the plan names them. */
  readonly deployers: Fact<readonly string[]>;
  readonly rollbackMechanism: Fact<RollbackMechanism | null>;
  readonly rollbackAutomatic: Fact<boolean | null>;
  readonly rollbackMaxMinutes: Fact<number | null>;
  readonly rollbackProcedure: PlanReferenceFacts | null;
  /** Folders or files that are said to hold its infrastructure. */
  readonly infrastructure: readonly PlanReferenceFacts[];
  /** Files that set it apart from the others: variable files, values, overlays. */
  readonly configuration: readonly PlanReferenceFacts[];
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
  /** One of those of the planned mechanism goes back by itself. Joined. */
  readonly foundAutomatic: Fact<boolean>;
  /** What its workloads ask for, one entry for each resource; none where no workload is found for it. Joined. */
  readonly demand: readonly PlanDemandFacts[];
}

/** One component with what watches and protects it; one more for each environment that overrides its recovery, with that. */
export interface PlanComponentFacts {
  readonly type: Fact<'service' | 'database' | 'object-store' | 'queue' | 'cache' | 'external'>;
  readonly criticality: Fact<'critical' | 'standard' | 'low'>;
  readonly owner: Fact<string | null>;
  readonly dataClass: Fact<'public' | 'internal' | 'confidential' | 'personal' | 'payment' | 'health' | null>;
  readonly dependsOn: Fact<readonly string[]>;
  /** Who owns its files by CODEOWNERS, none for nobody; null where there is no such file, or the plan names no files. Joined. */
  readonly codeOwners: Fact<readonly string[] | null>;
  /** A diagram that the plan names has it; null where none of them was read. Joined. */
  readonly drawn: Fact<boolean | null>;
  /** Components that it depends on, where a diagram has both of them, and no line between them. Joined. */
  readonly notJoined: readonly { readonly name: Fact<string> }[];
  readonly files: readonly PlanReferenceFacts[];
  /** Resource addresses that are it; `found` is joined. */
  readonly resources: readonly { readonly address: Fact<string>; readonly found: Fact<boolean> }[];
  /** Ids of the dashboards that show it. Joined. */
  readonly dashboards: Fact<readonly string[]>;
  /** Ids of the objectives that the files state for it. Joined. */
  readonly objectives: Fact<readonly string[]>;
  /** Alerts about it, one entry for each signal that the plan asks for. Joined. */
  readonly coverage: readonly PlanCoverageFacts[];
  /** Aspects of monitoring that the plan leaves out on purpose. */
  readonly exemptions: readonly PlanExemptionFacts[];
  /** What watches it, one entry for each aspect. Joined. */
  readonly watch: readonly WatchFacts[];
  readonly rpoHours: Fact<number | null>;
  readonly rtoHours: Fact<number | null>;
  /** How many backups the plan states for it; of several, what is said of its backup is what the first says. */
  readonly backupsStated: Fact<number>;
  readonly backupEveryHours: Fact<number | null>;
  readonly backupKeepDays: Fact<number | null>;
  /** What the plan says of its copies; where several backups are stated for it, what the first says. */
  readonly backupMethod: Fact<BackupMethod | null>;
  readonly backupCopies: readonly PlanCopyFacts[];
  readonly backupEncrypted: Fact<boolean | null>;
  readonly backupImmutable: Fact<boolean | null>;
  readonly restoreProcedure: PlanReferenceFacts | null;
  readonly restoreTakesHours: Fact<number | null>;
  /** What the plan says of its redundancy. */
  readonly replicas: Fact<number | null>;
  readonly zones: Fact<number | null>;
  readonly failover: Fact<'automatic' | 'manual' | 'none' | null>;
  /** Region that takes over. */
  readonly standbyRegion: Fact<string | null>;
  /** The fewest copies that run of what it is in a cluster; `null` where nothing of it was found in one. Joined. */
  readonly foundReplicas: Fact<number | null>;
  /** Ids of the backups found for it, whatever they are worth. Joined. */
  readonly foundBackups: Fact<readonly string[]>;
  /**
   * The tightest interval and the longest retention among the backups found for it; where several production
   * environments have it, those of the worst protected. Never deleted counts as 36,500 days. Joined.
   */
  readonly foundBackupHours: Fact<number | null>;
  readonly foundRetentionDays: Fact<number | null>;
  /**
   * Of the backups found for it: how they copy, which regions each instance has a copy in, and whether each has one in
   * another region or account, one that nobody can delete, and encrypted ones only. `null` without a backup. Joined.
   */
  readonly foundBackupMethods: Fact<readonly BackupMethod[] | null>;
  readonly foundCopyRegions: Fact<readonly string[] | null>;
  readonly foundOffsite: Fact<boolean | null>;
  readonly foundImmutable: Fact<boolean | null>;
  readonly foundEncryptedCopies: Fact<boolean | null>;
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
  readonly start: Fact<string | null>;
  readonly due: Fact<string>;
  readonly owner: Fact<string | null>;
  readonly dependsOn: Fact<readonly string[]>;
  /** Milestones that it depends on, directly or not, including itself when there is a cycle. Joined. */
  readonly upstream: Fact<readonly { readonly id: string; readonly due: string }[]>;
  /** Milestones that depend on each other in a circle, told by the first of them; none elsewhere. */
  readonly cycle: Fact<readonly string[]>;
  /** null where the plan states no work. */
  readonly schedule: PlanScheduleFacts | null;
}

/** A service level objective of the plan, and what the files have of it. */
export interface PlanObjectiveFacts {
  readonly component: Fact<string>;
  readonly signal: Fact<Signal>;
  /** Percent that must be good. */
  readonly target: Fact<number>;
  readonly windowHours: Fact<number | null>;
  /** Of latency: what takes less is good; `null` where it is not stated. */
  readonly belowSeconds: Fact<number | null>;
  /** Of availability, where the plan states how available something is that it rests on. */
  readonly design: PlanDesignFacts | null;
  /** Ids of the objectives found for it. Joined. */
  readonly found: Fact<readonly string[]>;
  /** Their targets and windows. Joined. */
  readonly foundTargets: Fact<readonly number[]>;
  readonly foundWindowHours: Fact<readonly number[]>;
  /** Ids of the alerts on that signal of the component; on failures of either kind for availability and errors. Joined. */
  readonly alerts: Fact<readonly string[]>;
}
