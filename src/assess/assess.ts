import type { Subject } from '../model/index.ts';
import type { PlanStep, Statements } from '../plan/index.ts';
import type { CriterionId, Evaluation, Rule, Severity } from '../policy/index.ts';
import type { Diagnostic } from '../source/index.ts';
import { applyWaivers, type Waiver } from '../waivers/index.ts';
import { completenessReport } from './completeness.ts';
import { coverageMatrix } from './coverage.ts';
import { CRITERIA } from './criteria.ts';
import { addEvidence, evidenceByEnvironment, NO_EVIDENCE } from './evidence.ts';
import { requiredRules } from './needs.ts';
import { judge, judgeCriterion, type Tailoring } from './judge.ts';
import type { FileReport, PlanIdentity, Report, ToolIdentity } from './report.ts';
import { locateResults, subjectTable } from './results.ts';
import { reportRules } from './rules.ts';
import { statementReports } from './statements/evidence.ts';

export interface AssessInput {
  readonly tool: ToolIdentity;
  readonly rules: readonly Rule[];
  readonly evaluation: Evaluation;
  readonly subjects: readonly Subject[];
  readonly plan: PlanIdentity | undefined;
  /** What the plan says; absent: its statements are not reported one by one. */
  readonly statements?: Statements;
  /** No file but the plan was looked at: criteria are left open, and that fails nothing. */
  readonly planAlone?: boolean;
  /** What the plan states of the task's steps. */
  readonly completeness?: readonly PlanStep[];
  readonly tailoring: ReadonlyMap<CriterionId, Tailoring>;
  readonly waivers: readonly Waiver[];
  readonly diagnostics: readonly Diagnostic[];
  readonly files: readonly FileReport[];
  readonly scope: readonly string[];
  readonly failOn: Severity;
  /** That no file was examined is no reason to stop. */
  readonly ignoreUnknown?: boolean;
  /** YYYY-MM-DD. */
  readonly today: string;
  /** Name the day in the report. */
  readonly asOf: boolean;
}

/** Results, diagnostics and the plan → the report: met, not met or not assessed, and because of what. */
export function assess(input: AssessInput): Report {
  const { evaluation, plan, failOn, planAlone = false, ignoreUnknown = false } = input;
  const rules = requiredRules(input.rules, input.subjects);
  const subjects = subjectTable(input.subjects);
  const located = locateResults(rules, evaluation, subjects);
  const waived = applyWaivers(located.findings, input.waivers, input.today);
  const decided = { findings: waived.findings, undecided: located.undecided };
  const { reports, tallies } = reportRules(rules, evaluation, decided, subjects);
  const results = { ...decided, rules: reports };
  const hasPlan = plan !== undefined;
  const planBroken = isBroken(plan, input.diagnostics);
  const criteria = CRITERIA.map((criterion) =>
    judgeCriterion({
      criterion,
      results,
      tallies,
      hasPlan,
      planAlone,
      planBroken,
      failOn,
      tailoring: input.tailoring.get(criterion.id),
    }),
  );
  const diagnostics = [...input.diagnostics].sort(byPlace);
  const coverage = plan && !planAlone && coverageMatrix(input.subjects, subjects);
  const filesExamined = input.files.filter(({ status }) => status === 'examined').length;
  const everyRule = new Set(rules.map(({ id }) => id));
  return {
    tool: input.tool,
    ...(plan && { plan }),
    ...(input.asOf && { asOf: input.today }),
    scope: input.scope,
    verdict: judge({
      results,
      criteria,
      hasPlan,
      planAlone,
      diagnostics,
      filesExamined,
      ignoreUnknown,
      failOn,
    }),
    criteria,
    ...results,
    diagnostics,
    files: input.files,
    environments: evidenceByEnvironment(tallies, everyRule),
    waivers: waived.waivers,
    ...(coverage && { coverage }),
    ...(input.completeness && { completeness: completenessReport(input.completeness) }),
    ...(input.statements && { statements: statementReports(input.statements, results, subjects) }),
    totals: {
      ...results.rules.map(({ evidence }) => evidence).reduce(addEvidence, NO_EVIDENCE),
      files: input.files.length,
      subjects: input.subjects.length,
    },
  };
}

function isBroken(plan: PlanIdentity | undefined, diagnostics: readonly Diagnostic[]): boolean {
  const path = plan?.location.file.path;
  return diagnostics.some((diagnostic) => diagnostic.level === 'error' && diagnostic.path === path);
}

function byPlace(a: Diagnostic, b: Diagnostic): number {
  if (a.path !== b.path) return a.path < b.path ? -1 : 1;
  const byStart = (a.location?.span.start ?? -1) - (b.location?.span.start ?? -1);
  return byStart !== 0 ? byStart : a.code === b.code ? 0 : a.code < b.code ? -1 : 1;
}
