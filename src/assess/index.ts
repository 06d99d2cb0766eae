/** Results + diagnostics + plan → per criterion: met, not met, not assessed, because. */
export { assess } from './assess.ts';
export type { AssessInput } from './assess.ts';
export { CRITERIA } from './criteria.ts';
export { addEvidence, NO_EVIDENCE } from './evidence.ts';
export { isAtLeast } from './judge.ts';
export type { Tailoring } from './judge.ts';
export type {
  BulletReport,
  BulletState,
  CoverageCell,
  CoverageReport,
  CoverageRow,
  CoverageState,
  CriterionReport,
  CriterionState,
  EnvironmentReport,
  Evidence,
  FileReport,
  FileStatus,
  Finding,
  PartReport,
  PlanIdentity,
  Report,
  RuleReport,
  StepReport,
  StatementEvidence,
  StatementOutcome,
  StatementReport,
  StatementValue,
  SubjectReference,
  ToolIdentity,
  Undecided,
  Verdict,
  WaiverReport,
} from './report.ts';
