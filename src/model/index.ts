/** Subjects and facts: what formats give and policies judge. */
export { isUnknown, known, unknown, valueOf } from './fact.ts';
export type { Fact, Unknown } from './fact.ts';
export { locateFact, toInput } from './subject.ts';
export type { InputSubject, Subject, SubjectOf } from './subject.ts';
export { purposeOf } from './environment.ts';
export type { EnvironmentPurpose } from './environment.ts';
export type { SubjectFacts, SubjectKind } from './kinds/index.ts';
export type * from './kinds/delivery.ts';
export type * from './kinds/documents.ts';
export type * from './kinds/infrastructure.ts';
export type * from './kinds/observability.ts';
export type * from './kinds/plan.ts';
export type * from './kinds/recovery.ts';
export type * from './kinds/workload.ts';
