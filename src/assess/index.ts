/** Results + diagnostics + plan → per criterion: met, not met, not assessed, because. */
export { assess } from './assess.ts';
export type { AssessInput } from './assess.ts';
export { CRITERIA } from './criteria.ts';
export { isAtLeast } from './judge.ts';
export type { Tailoring } from './judge.ts';
export type * from './report.ts';
