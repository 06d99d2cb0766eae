import type { Fact } from '../../fact.ts';

/** Days on which the plan wants nothing deployed. */
export interface FreezeFacts {
  /** The first and the last day, YYYY-MM-DD. */
  readonly from: Fact<string>;
  readonly to: Fact<string>;
  /** The first day of it on which a schedule starts the job; null where none does. */
  readonly scheduled: Fact<string | null>;
}

/** When the plan wants an environment deployed to. */
export interface DeployWindowsFacts {
  /** All of them, as people read them: `monday, tuesday 09:00–16:00 Europe/Berlin`. */
  readonly stated: Fact<string>;
  /** When a schedule starts the job outside all of them: `Sunday 04:30 Europe/Berlin`; null where none does. */
  readonly scheduled: Fact<string | null>;
}
