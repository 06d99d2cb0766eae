import type { EnvironmentPurpose, Subject } from '../model/index.ts';
import type { CriterionId } from '../policy/index.ts';
import type { Location } from '../source/index.ts';
import type { Statements } from './read/statements.ts';

/** A deployment plan that was read: its statements as subjects, and what others than rules need of it. */
export interface Plan {
  readonly identity: PlanDetails;
  /** What it says, by path, for those who show it. */
  readonly statements: Statements;
  /** The plan, its environments, components, milestones and documents. What only the files tell is still unknown. */
  readonly subjects: readonly Subject[];
  /** In the plan's order. */
  readonly environments: readonly PlanEnvironment[];
  /** Criteria that the plan declares not applicable. */
  readonly tailoring: ReadonlyMap<CriterionId, PlanTailoring>;
  /** Labels that alerts about a component carry, by the component's name, where the plan states them. */
  readonly alertLabels: ReadonlyMap<string, Readonly<Record<string, string>>>;
  /** Components whose backup is said to be their old versions: deleted or changed objects can be brought back. */
  readonly versionedStores: ReadonlySet<string>;
  /** What environments state of their own, by component. */
  readonly overrides: PlanOverrides;
  readonly index: EnvironmentIndex;
  /** Environments that are workspaces of Terraform, in the plan's order. */
  readonly workspaces: readonly PlanWorkspace[];
  /** The task's eight steps, and what the plan states of each. */
  readonly completeness: readonly PlanStep[];
}

/** Environments that state values of their own where the plan states some for all. */
export interface PlanOverrides {
  /** Those with objectives or backups of their own for a component. */
  data(component: string): readonly string[];
  /** Those with a high availability of their own. */
  availability(component: string): readonly string[];
}

/** A step of the task that the plan follows. */
export interface PlanStep {
  /** 1 to 8. */
  readonly number: number;
  readonly title: string;
  readonly bullets: readonly PlanBullet[];
}

export interface PlanBullet {
  /** Stable: `step-3/rollback`. */
  readonly id: string;
  readonly title: string;
  readonly parts: readonly PlanPart[];
}

/** A statement that a bullet asks for, of the plan or of one environment or component. */
export interface PlanPart {
  /** In a few words. */
  readonly title: string;
  /** The environment, component or aspect that it is asked of; null: the plan as a whole. */
  readonly of: string | null;
  /** Where it belongs: `environments.1.requirements`. */
  readonly path: string;
  /** Where it stands, or the nearest key that there is. */
  readonly at: Location;
  readonly stated: boolean;
  /** What could stand there: YAML on one line. */
  readonly example: string;
}

export interface PlanDetails {
  readonly title: string;
  readonly version: string | null;
  readonly owner: string | null;
  readonly location: Location;
}

export interface PlanEnvironment {
  readonly name: string;
  readonly purpose: EnvironmentPurpose;
  /** Folders and files that are its own, relative to the root. */
  readonly paths: readonly string[];
  /** Where its purpose is stated. */
  readonly location: Location;
}

/** An environment that is a workspace of Terraform. */
export interface PlanWorkspace {
  readonly environment: string;
  readonly name: string;
  /** Where it is stated. */
  readonly at: Location;
  /** Folders and files with its infrastructure code, relative to the root. */
  readonly infrastructure: readonly string[];
}

export interface PlanTailoring {
  readonly reason: string;
  readonly approvedBy: string | null;
  readonly location: Location;
}

/** The plan's environments by what may stand for them. */
export interface EnvironmentIndex {
  /** By path; `null` where several environments share one. */
  readonly byPath: ReadonlyMap<string, string | null>;
  /** By lower-case name. */
  readonly byName: ReadonlyMap<string, PlanEnvironment>;
  /** The only environment of a purpose; `null` where there are several. */
  readonly byPurpose: ReadonlyMap<EnvironmentPurpose, PlanEnvironment | null>;
}
