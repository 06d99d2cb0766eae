/** Milliseconds that a team's own policies may take. */
export interface Limits {
  /** For the compiler, with all files. */
  readonly compile: number;
  /** For all `test_…` rules together. */
  readonly test: number;
  /** For one rule, with all subjects. */
  readonly rule: number;
}

/** Far more than policies take that end at all, also on slow machines, since who waits longer is in doubt. */
export const LIMITS: Limits = { compile: 60_000, test: 300_000, rule: 30_000 };
