/** The pipeline, on one page. */
export { check } from './check.ts';
export type { CheckOptions } from './options.ts';
