/** Plan file → statements with their places: subjects for rules, environments and tailoring for the run. */
import type { DataDocument } from '../syntax/data/index.ts';
import type { LoadedPlan } from './load.ts';

export { environmentNamed, environmentOf } from './environments/environment-of.ts';
export { isPlan, PLAN_FILES } from './read/recognize.ts';
export { NOT_JOINED_REASON } from './subjects/context.ts';
export type { LoadedPlan } from './load.ts';

export type { Statements } from './read/statements.ts';
export { fromRoot, normalizePath, parseReference } from './read/reference.ts';
export type { Reference } from './read/reference.ts';
export type {
  Plan,
  PlanBullet,
  PlanDetails,
  PlanEnvironment,
  PlanPart,
  PlanStep,
  PlanTailoring,
  PlanWorkspace,
} from './types.ts';

/** Reads a plan. Its validator is larger than everything else together, and is loaded only when there is a plan. */
export async function loadPlan(document: DataDocument): Promise<LoadedPlan> {
  const load = await import('./load.ts');
  return load.loadPlan(document);
}
