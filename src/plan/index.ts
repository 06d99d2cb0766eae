/** Plan file → statements with their places: subjects for rules, environments and tailoring for the run. */
export { environmentNamed, environmentOf } from './environments/environment-of.ts';
export { isPlan } from './read/recognize.ts';
export { loadPlan } from './load.ts';
export type { LoadedPlan } from './load.ts';
export { normalizePath, parseReference } from './read/reference.ts';
export type { Reference } from './read/reference.ts';
export type { Plan, PlanDetails, PlanEnvironment, PlanTailoring } from './types.ts';
