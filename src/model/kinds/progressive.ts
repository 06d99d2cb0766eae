import type { Fact } from '../fact.ts';
import type { RefusalFacts, RolloutStrategy } from './workload.ts';

/**
 * How releases of one thing reach users: an Argo Rollout, a Canary of Flagger, and what deploys by the cloud's means: a
 * service of ECS, a deployment group of CodeDeploy, a stage of Cloud Deploy.
 */
export interface RolloutFacts {
  /** The object's kind: `Rollout` or `Canary`; of the cloud its service's name for it: `ECS service`. */
  readonly type: string;
  readonly strategy: Fact<RolloutStrategy>;
  /** The environment that it is in is production. */
  readonly production: Fact<boolean>;
  /**
   * A pause or an analysis stands after a part of the traffic; true for blue/green, which has no parts; null for what
   * is neither canary nor blue/green.
   */
  readonly gated: Fact<boolean | null>;
  /** Percents of the traffic that the new version gets, in the order of the steps; null for what has no such steps. */
  readonly weights: Fact<readonly number[] | null>;
  /** The analysis that it has is switched off: Flagger's `skipAnalysis`. */
  readonly analysisSkipped: Fact<boolean>;
  /** Measurements or a person decide before the new version gets all traffic; null where `gated` is. */
  readonly judged: Fact<boolean | null>;
  /** A deployment that fails goes back by itself; null where that is not the object's matter. */
  readonly rollsBack: Fact<boolean | null>;
  /** The old version stays for a while when all traffic has left it; null where that is not the object's matter. */
  readonly oldKept: Fact<boolean | null>;
  readonly templates: readonly TemplateReferenceFacts[];
  /** The new version can be tried before it has any traffic; absent where that is not the object's matter. */
  readonly preview?: Fact<boolean>;
  /** Why it is not carried out at all; absent where nothing is known to be in the way. */
  readonly refused?: readonly RefusalFacts[];
}

/** A template of an analysis or a metric that a release names, or an alarm that a deployment watches. */
export interface TemplateReferenceFacts {
  /** `AnalysisTemplate error-rate`, `alarm errors`. */
  readonly name: string;
  /** False when the files have it only in a scope in which it is not looked for; unknown when they do not have it. */
  readonly found: Fact<boolean>;
}

/**
 * What judges a release: an AnalysisTemplate, a ClusterAnalysisTemplate, the analysis of a Canary, or the alarms that a
 * deployment watches.
 */
export interface ReleaseAnalysisFacts {
  readonly type: string;
  readonly metrics: readonly ReleaseMetricFacts[];
}

export interface ReleaseMetricFacts {
  readonly name: string;
  /** What a bad measurement leads to; only `aborts` sends the release back. */
  readonly effect: Fact<MetricEffect>;
}

/**
 * `never-fails`: more failures are allowed than there are measurements; `stops`: the release ends where it is, and does
 * not go back; `off`: nobody looks at it.
 */
export type MetricEffect = 'aborts' | 'no-condition' | 'never-fails' | 'dry-run' | 'stops' | 'off';

/** What keeps a cluster as a repository says: Argo CD's Application and ApplicationSet, Flux' Kustomization and HelmRelease. */
export interface GitopsReleaseFacts {
  readonly type: string;
  readonly production: Fact<boolean>;
  /** What is followed: `main`, `v1.2.0`, `6.x`. */
  readonly revision: Fact<string>;
  /** It is a tag, a commit or an exact version, not a branch or a range. */
  readonly fixed: Fact<boolean>;
  /** What is new there is applied without anyone who starts it. */
  readonly automatic: Fact<boolean>;
  /** Former releases kept for going back; null where that is not the object's matter. */
  readonly historyLimit: Fact<number | null>;
  /** What fails to be upgraded goes back by itself; null where that is not the object's matter. */
  readonly rollsBack: Fact<boolean | null>;
  /** Argo CD's project, which says what may be deployed where; null where there is no such thing. */
  readonly project: Fact<string | null>;
  /**
   * What is no longer in the repository is deleted by itself, before anyone agrees or the rest is there; null where
   * that is not the object's matter.
   */
  readonly prunes: Fact<boolean | null>;
  /** A repository that has nothing at all deletes everything; null where that is not the object's matter. */
  readonly emptied: Fact<boolean | null>;
  /** What is changed in the cluster by hand is put back; null where that is not the object's matter. */
  readonly selfHeals: Fact<boolean | null>;
  /** Windows of its project say when it is synced; null where there is no such thing. */
  readonly windowed: Fact<boolean | null>;
  readonly windows: readonly SyncWindowFacts[];
  /** The plan's freezes for its environment. Joined. */
  readonly freezes: readonly GitopsFreezeFacts[];
}

/** A time that begins by a schedule, in which what is in a repository is applied by itself, or is not. */
export interface SyncWindowFacts {
  readonly allows: Fact<boolean>;
  /** A cron pattern. */
  readonly schedule: Fact<string>;
  readonly hours: Fact<number>;
}

/** Days on which the plan wants nothing deployed. */
export interface GitopsFreezeFacts {
  /** The first and the last day, YYYY-MM-DD. */
  readonly from: Fact<string>;
  readonly to: Fact<string>;
  /** The first day of it that no window closes; null where there is none. */
  readonly open: Fact<string | null>;
}

/** What the applications of one project may be made of and where they may go: Argo CD's AppProject. */
export interface GitopsProjectFacts {
  /** It allows every repository. */
  readonly everySource: Fact<boolean>;
  /** It allows every namespace of every cluster. */
  readonly everyDestination: Fact<boolean>;
}

export type RollbackMechanism =
  | 'redeploy'
  | 'rollout-undo'
  | 'rollout-abort'
  | 'helm-rollback'
  | 'traffic-switch'
  | 'deployment-service'
  | 'feature-flag'
  | 'restore';

/** A way back that exists in the files. */
export interface RollbackFacts {
  readonly mechanism: Fact<RollbackMechanism>;
  /** Runs by itself when a deploy or its analysis fails. */
  readonly automatic: Fact<boolean>;
  /** The environment it serves; unknown when it serves whichever it is given. */
  readonly target: Fact<string>;
  /** Where it was found: a job, a workload. */
  readonly provider: string;
}
