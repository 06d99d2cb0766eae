/** The pipeline, on one page. */
export { check } from './check.ts';
export { policyDiagnostics, policySets } from './policies.ts';
export type { CustomPolicies } from './policies.ts';
export type { CheckOptions } from './options.ts';
