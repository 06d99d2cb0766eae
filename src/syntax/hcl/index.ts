/** HCL's native syntax: text → tree with ranges. */
export type * from './tree.ts';
