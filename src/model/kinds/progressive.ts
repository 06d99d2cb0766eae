import type { Fact } from '../fact.ts';
import type { RolloutStrategy } from './workload.ts';

/** A release that reaches users step by step or by a switch: an Argo Rollout, or a Canary of Flagger. */
export interface RolloutFacts {
  /** The object's kind: `Rollout` or `Canary`. */
  readonly type: string;
  readonly strategy: Fact<RolloutStrategy>;
  /** The environment that it is in is production. */
  readonly production: Fact<boolean>;
  /** A pause or an analysis stands after a part of the traffic; true for blue/green, which has no parts. */
  readonly gated: Fact<boolean>;
  /** The analysis that it has is switched off: Flagger's `skipAnalysis`. */
  readonly analysisSkipped: Fact<boolean>;
  /** Measurements or a person decide before the new version gets all traffic. */
  readonly judged: Fact<boolean>;
  readonly templates: readonly TemplateReferenceFacts[];
}

/** A template of an analysis or a metric that a release names. */
export interface TemplateReferenceFacts {
  /** `AnalysisTemplate error-rate`. */
  readonly name: string;
  /** False when the files have it only in a scope in which it is not looked for; unknown when they do not have it. */
  readonly found: Fact<boolean>;
}

/** What judges a release: an AnalysisTemplate, a ClusterAnalysisTemplate, or the analysis of a Canary. */
export interface ReleaseAnalysisFacts {
  readonly type: string;
  readonly metrics: readonly ReleaseMetricFacts[];
}

export interface ReleaseMetricFacts {
  readonly name: string;
  /** What a bad measurement leads to; only `aborts` sends the release back. */
  readonly effect: Fact<MetricEffect>;
}

/** `never-fails`: more failures are allowed than there are measurements. */
export type MetricEffect = 'aborts' | 'no-condition' | 'never-fails' | 'dry-run';

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
}
