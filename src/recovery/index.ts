/** What scripts copy and bring back, whatever system runs them: which commands do, where to, and for how long. */
export { placeOf, type CopyPlace } from './place.ts';
export { daysKept, daysOfAge, PERIOD_DAYS, policyOf, type Kept } from './retention.ts';
export { copiesOf, type ScriptCopies } from './script.ts';
export { restores } from './containers.ts';
export type { Line } from './words.ts';
