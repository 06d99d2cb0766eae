import task from '../schema/task.json' with { type: 'json' };

/** A step of the task, with its bullets in the task's order. */
export interface TaskStep {
  readonly step: string;
  readonly bullets: readonly {
    /** Stable: `step-3/rollback`. */
    readonly id: string;
    readonly bullet: string;
    readonly checks: readonly TaskCheck[];
  }[];
}

/** A statement that a bullet asks for. */
export interface TaskCheck {
  /** What is stated, in a few words. */
  readonly title: string;
  /** Where it belongs in the plan. A `*` stands for each environment: its item below `environments`, else its name. */
  readonly path: string;
  /** What it is asked of, where that is not the plan as a whole or each environment. */
  readonly of?: CheckedOf;
  /** Each environment may state it instead, there. */
  readonly orEach?: string;
  /** Only production needs it. */
  readonly production?: true;
  /** Aspects of the review that the bullet asks for. */
  readonly covers?: readonly string[];
  /** What could stand there; good by the schema. */
  readonly example: unknown;
}

/** Each purpose of environments; each store of data; each critical component; each backup; each aspect of the review. */
export type CheckedOf = 'purposes' | 'stores' | 'critical' | 'restores' | 'reviews';

/** The task's steps. What the JSON file holds is wider than its type tells: a test holds it against the schema. */
export const TASK: readonly TaskStep[] = task as readonly TaskStep[];
