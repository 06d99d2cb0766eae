/** Two versions of a plan with their evidence → what changed, for the screen, as Markdown or as data. */
export { differenceOf } from './difference.ts';
export type { Difference } from './difference.ts';
export { snapshotFrom } from './read.ts';
export { snapshotOf } from './snapshot.ts';
export type { Snapshot } from './snapshot.ts';
export { markdownOf } from './markdown.ts';
export { screenOf } from './screen.ts';
