import type { Fact } from '../../fact.ts';
import type { Signal } from './alert.ts';

/** What can tell how something is, and what follows when it is not well. */
export type WatchAspect =
  'logs' | 'metrics' | 'traces' | Signal | 'alert' | 'dashboard' | 'objective' | 'route' | 'runbook';

/** One aspect of something that is watched: whether the plan asks for it, and what of the files does it. */
export interface WatchFacts {
  readonly aspect: WatchAspect;
  /** Why the plan does not ask for it, as a sentence; `null` when it asks. */
  readonly exempt: Fact<string | null>;
  /** The subjects that do it; none: nothing does. Joined. */
  readonly by: Fact<readonly WatcherFacts[]>;
}

/** A subject that watches, by its kind and id. */
export interface WatcherFacts {
  readonly kind: string;
  readonly id: string;
}

/** What fails below all components: machines, full disks, certificates that end, backups that stop, the alerting itself. */
export type InfrastructureConcern = 'nodes' | 'disks' | 'certificates' | 'backups' | 'heartbeat';

export interface InfrastructureWatchFacts {
  readonly concern: InfrastructureConcern;
  /** Aspects `alert`, `route` and `runbook`. */
  readonly watch: readonly WatchFacts[];
}

/** An aspect that the plan leaves out on purpose. */
export interface PlanExemptionFacts {
  /** The aspect, or the concern of the infrastructure. */
  readonly what: Fact<string>;
  readonly reason: Fact<string>;
  readonly approvedBy: Fact<string | null>;
}

/** What the plan says of monitoring, besides signals, objectives, logs' destination and notifications. */
export interface PlanMonitoringFacts {
  /** It has a statement on logs. */
  readonly logs: Fact<boolean>;
  /** `application`, `access`, `audit`, `infrastructure`, `database`, `pipeline`; none where it does not say. */
  readonly logSources: Fact<readonly string[]>;
  /** `infrastructure`, `applications`, `databases`, `business`; none where it does not say. */
  readonly metricsCover: Fact<readonly string[]>;
  /** What collects traces; `null` where there is no statement on traces, empty where it names no system. */
  readonly tracing: Fact<string | null>;
  readonly dashboards: readonly PlanDashboardFacts[];
  readonly thresholds: readonly PlanThresholdFacts[];
  readonly exemptions: readonly PlanExemptionFacts[];
  /** Services that alerts name in their labels and that are neither in the plan nor among the files. Joined. */
  readonly strangers: Fact<readonly StrangerFacts[]>;
  /** Joined. */
  readonly infrastructure: readonly InfrastructureWatchFacts[];
}

export interface StrangerFacts {
  /** As the label names it. */
  readonly service: string;
  /** Subject id of the first alert that does. */
  readonly alert: string;
}

export interface PlanDashboardFacts {
  readonly title: Fact<string | null>;
  /** A path or URL. */
  readonly reference: Fact<string | null>;
  /** Components that it is said to show; none where it does not say. */
  readonly components: Fact<readonly string[]>;
}

/** An alert that the plan asks for. */
export interface PlanThresholdFacts {
  /** The environment whose own it is; null: of all that have none of their own. */
  readonly environment: Fact<string | null>;
  readonly component: Fact<string>;
  readonly signal: Fact<Signal>;
  readonly above: Fact<number | null>;
  readonly below: Fact<number | null>;
  readonly unit: Fact<'percent' | 'seconds' | 'milliseconds' | 'per-second' | 'count' | 'bytes' | null>;
  readonly forSeconds: Fact<number | null>;
  readonly severity: Fact<string | null>;
  /** Ids of the alerts on that signal of the component. Joined. */
  readonly alerts: Fact<readonly string[]>;
}
