import type { SubjectKind, WatchAspect } from '../model/index.ts';
import type { CriterionId, Rule, Severity } from '../policy/index.ts';
import type { Path } from '../syntax/data/index.ts';
import type { Diagnostic, Location, RelatedLocation } from '../source/index.ts';
import type { WaiverReport } from '../waivers/index.ts';

export type { WaiverReport } from '../waivers/index.ts';

/** The one answer that every reporter shows. Lists are sorted; nothing in it depends on clock, locale or machine. */
export interface Report {
  readonly tool: ToolIdentity;
  /** The plan that was found; absent: none was, and no criterion can be assessed. */
  readonly plan?: PlanIdentity;
  /** The day that expiry dates and timelines were held against; present only when the caller asked for a day. */
  readonly asOf?: string;
  /** Limits the caller set: one environment, some rules, a severity. Empty when everything was asked for. */
  readonly scope: readonly string[];
  readonly verdict: Verdict;
  /** The six, in their fixed order. */
  readonly criteria: readonly CriterionReport[];
  /** Every enabled rule, by id. */
  readonly rules: readonly RuleReport[];
  /** By path, place, rule. Waived ones are among them. */
  readonly findings: readonly Finding[];
  readonly undecided: readonly Undecided[];
  readonly diagnostics: readonly Diagnostic[];
  /** Every file that discovery met, by path. */
  readonly files: readonly FileReport[];
  readonly environments: readonly EnvironmentReport[];
  readonly waivers: readonly WaiverReport[];
  /** What of its monitoring the plan asks for, and what there is; absent without a plan. */
  readonly coverage?: CoverageReport;
  /** The task's steps, and what the plan states of each; absent without a plan. */
  readonly completeness?: readonly StepReport[];
  /** Everything that the plan states, in its order; absent without a plan. */
  readonly statements?: readonly StatementReport[];
  readonly totals: Evidence & { readonly files: number; readonly subjects: number };
}

export interface ToolIdentity {
  readonly version: string;
  /** SHA-256 of the compiled policies, hex. */
  readonly policyDigest: string;
}

export interface PlanIdentity {
  readonly title: string;
  readonly version: string | null;
  readonly owner: string | null;
  readonly location: Location;
  readonly sha256: string;
}

/** `passed`: exit 0; `failed`: exit 1; `not-assessed`: exit 3. */
export interface Verdict {
  readonly outcome: 'passed' | 'failed' | 'not-assessed';
  /** Sentences, the most important first. */
  readonly because: readonly string[];
}

/** Counts of what was held against rules: one count is one rule on one subject. `examined` is the sum of the others. */
export interface Evidence {
  readonly examined: number;
  readonly passed: number;
  readonly violated: number;
  readonly undecided: number;
  readonly waived: number;
}

export type CriterionState = 'met' | 'not-met' | 'not-assessed' | 'not-applicable';

export interface CriterionReport {
  readonly id: CriterionId;
  readonly title: string;
  readonly state: CriterionState;
  /** Sentences that tell why, the decisive one first. */
  readonly because: readonly string[];
  /** Met only thanks to waivers. */
  readonly qualified: boolean;
  readonly evidence: Evidence;
  /** Ids of the enabled rules that are evidence for it. */
  readonly rules: readonly string[];
  readonly environments: readonly { readonly name: string; readonly evidence: Evidence }[];
}

export interface RuleReport {
  readonly rule: Rule;
  readonly evidence: Evidence;
  /** Why it could not be evaluated: a trap inside the policy. Then nothing it would have examined counts. */
  readonly failure?: string;
  /** Subjects that it examined and found good, by id. */
  readonly passed: readonly SubjectReference[];
}

export interface SubjectReference {
  readonly kind: SubjectKind;
  readonly id: string;
  readonly name: string;
  readonly format: string;
  readonly environment?: string;
  readonly location: Location;
}

export interface Finding {
  /** SHA-256 over rule, path, subject and fact: stays when lines move. Hex, unique within a report. */
  readonly fingerprint: string;
  readonly rule: Rule;
  readonly severity: Severity;
  readonly subject: SubjectReference;
  /** Path into the subject's facts, `containers.0.privileged`; empty when it is about the subject as a whole. */
  readonly fact: string;
  readonly message: string;
  readonly location: Location;
  readonly related: readonly RelatedLocation[];
  /** An accepted, unexpired waiver: the finding does not count. */
  readonly waiver?: WaiverReport;
}

/** A rule met something that the files do not tell. */
export interface Undecided {
  readonly fingerprint: string;
  readonly rule: Rule;
  readonly subject: SubjectReference;
  readonly fact: string;
  readonly reason: string;
  readonly location: Location;
  readonly related: readonly RelatedLocation[];
}

/** `examined`: it gave subjects or was read as a part of something that did. */
export type FileStatus = 'examined' | 'not-recognized' | 'not-examined' | 'unreadable';

export interface FileReport {
  readonly path: string;
  readonly status: FileStatus;
  readonly bytes: number;
  /** Hex; absent when it could not be read. */
  readonly sha256?: string;
  /** Ids of the formats found in it. */
  readonly formats: readonly string[];
  readonly subjects: number;
  /** Why it was not examined. */
  readonly reason?: string;
}

export interface EnvironmentReport {
  readonly name: string;
  readonly evidence: Evidence;
}

/** What is watched, row by row; every row of a table has the same aspects in the same order. */
export interface CoverageReport {
  /** The plan's components, in its order. */
  readonly components: readonly CoverageRow[];
  readonly infrastructure: readonly CoverageRow[];
}

export interface CoverageRow {
  readonly name: string;
  /** Of a component. */
  readonly criticality: string | null;
  readonly location: Location;
  readonly cells: readonly CoverageCell[];
}

export type CoverageState = 'met' | 'not-met' | 'unknown' | 'not-applicable';

export interface CoverageCell {
  readonly aspect: WatchAspect;
  readonly state: CoverageState;
  /** A sentence. */
  readonly because: string;
  /** The subjects that watch. */
  readonly evidence: readonly SubjectReference[];
  /** Where to look when it is not met or not known. */
  readonly related: readonly RelatedLocation[];
}

/** A step of the task that the plan follows. */
export interface StepReport {
  /** 1 to 8. */
  readonly number: number;
  readonly title: string;
  readonly bullets: readonly BulletReport[];
}

export type BulletState = 'stated' | 'partly' | 'missing';

export interface BulletReport {
  /** Stable: `step-3/rollback`. */
  readonly id: string;
  /** As the task words it. */
  readonly title: string;
  readonly state: BulletState;
  readonly parts: readonly PartReport[];
}

/** A statement that a bullet asks for. */
export interface PartReport {
  /** In a few words. */
  readonly title: string;
  /** The environment, component or aspect that it is asked of; null: the plan as a whole. */
  readonly of: string | null;
  readonly stated: boolean;
  /** Where it belongs in the plan: `delivery.environments.production.rollback`. */
  readonly path: string;
  readonly location: Location;
  /** What could stand there: YAML on one line. */
  readonly example: string;
}

export type StatementValue = string | number | boolean | null | readonly (string | number | boolean | null)[];

/** One thing that the plan says, and what was found of it. */
export interface StatementReport {
  /** Its place in the plan, step by step. */
  readonly steps: Path;
  /** The same with items of lists by their names. */
  readonly names: readonly string[];
  /** As people write it, items of lists by their names: `observability.alerts[checkout errors].above`. */
  readonly path: string;
  readonly value: StatementValue;
  readonly location: Location;
  /** What rules said that hold it, by rule id; none: nothing in the files shows it. */
  readonly evidence: readonly StatementEvidence[];
}

export interface StatementEvidence {
  readonly rule: Rule;
  /** The gravest of what was found. */
  readonly outcome: StatementOutcome;
  /** Subjects that were found good. */
  readonly passed: number;
  /** Where the files show that, the first few. */
  readonly places: readonly Location[];
  readonly findings: readonly Finding[];
  readonly undecided: readonly Undecided[];
}

export type StatementOutcome = 'passed' | 'violated' | 'undecided' | 'waived';
