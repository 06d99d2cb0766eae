/** The pipeline, on one page. */
import type { Report } from '../assess/index.ts';
import type { Host } from '../io/index.ts';
import type { Examined } from './check.ts';
import type { PlanCheckOptions } from './check-plan.ts';
import type { DraftOptions, DraftResult } from './draft.ts';
import type { PlanReport } from './each-plan.ts';
import type { CheckOptions } from './options.ts';

export { policyDiagnostics, policySets } from './policies.ts';
export type { CustomPolicies } from './policies.ts';
export type { Examined } from './check.ts';
export type { CheckOptions } from './options.ts';
export type { PlanReport } from './each-plan.ts';
export type { PlanCheckOptions } from './check-plan.ts';

/** A check for each plan that there is, the way of `check` for every one. */
export async function checkEach(host: Host, options: CheckOptions): Promise<readonly PlanReport[]> {
  const run = await import('./each-plan.ts');
  return run.checkEach(host, options);
}

/** The whole way of the data: paths in, report out. Throws a PlanproofError for the caller's mistakes only. */
export async function check(host: Host, options: CheckOptions): Promise<Report> {
  const run = await import('./check.ts');
  return run.check(host, options);
}

/** A check whose plan and subjects are kept beside its report. */
export async function examine(host: Host, options: CheckOptions): Promise<Examined> {
  const run = await import('./check.ts');
  return run.examine(host, options);
}

/** The plan alone; formats are most of what a check loads, and are not loaded for it. */
export async function checkPlans(host: Host, options: PlanCheckOptions): Promise<readonly PlanReport[]> {
  const run = await import('./check-plan.ts');
  return run.checkPlans(host, options);
}

/** A draft of a plan from what the files tell. */
export async function draft(host: Host, options: DraftOptions): Promise<DraftResult> {
  const run = await import('./draft.ts');
  return run.draft(host, options);
}
