/** What reporters share: source excerpts, safe text, widths, words for states and counts, controls. SARIF's writer is in `sarif/`. */
export { BULLET_SIGNS, completenessWords, partWords } from './completeness.ts';
export { controlCoverage, frameworkOf } from './controls.ts';
export type { ControlCoverage, FrameworkCoverage } from './controls.ts';
export { COVERAGE_SIGNS, COVERAGE_STATES, coverageTables, coverageWords } from './coverage.ts';
export type { CoverageTable } from './coverage.ts';
export { excerptOf } from './excerpt.ts';
export type { ExcerptLine } from './excerpt.ts';
export { compareText, groupBy } from './group.ts';
export { redactionsOf } from './redaction.ts';
export type { Redactions } from './redaction.ts';
export { visible } from './visible.ts';
export { displayWidth, padEnd, wrap } from './width.ts';
export {
  count,
  FILE_STATES,
  OUTCOMES,
  severityCounts,
  STATE_SIGNS,
  stateWords,
  WAIVER_STATES,
} from './wording.ts';
