import type { Severity } from '../policy/index.ts';
import type { Diagnostic } from '../source/index.ts';
import {
  addEvidence,
  evidenceByEnvironment,
  NO_EVIDENCE,
  type EnvironmentTallies,
  type Results,
} from './evidence.ts';
import type { CriterionReport, CriterionState, RuleReport, Verdict } from './report.ts';

const RANK: Readonly<Record<Severity, number>> = { note: 0, warning: 1, error: 2 };

export function isAtLeast(severity: Severity, threshold: Severity): boolean {
  return RANK[severity] >= RANK[threshold];
}

/** A criterion that the plan declares not applicable. */
export interface Tailoring {
  readonly reason: string;
  readonly approvedBy: string | null;
}

export interface CriterionInput {
  readonly criterion: { readonly id: CriterionReport['id']; readonly title: string };
  readonly results: Results;
  /** By rule. */
  readonly tallies: ReadonlyMap<string, EnvironmentTallies>;
  readonly hasPlan: boolean;
  /** No file but the plan was looked at. */
  readonly planAlone: boolean;
  /** The plan has mistakes: what it seems to state cannot be relied on. */
  readonly planBroken: boolean;
  readonly tailoring: Tailoring | undefined;
  readonly failOn: Severity;
}

/**
 * Met: a plan was there, every required rule examined something and decided it, and nothing at the fail
 * threshold is violated. Not met outweighs not assessed: a known violation stays one, whatever else is open.
 */
export function judgeCriterion(input: CriterionInput): CriterionReport {
  const { criterion, results } = input;
  const rules = results.rules.filter(({ rule }) => rule.criteria.includes(criterion.id));
  const ids = new Set(rules.map(({ rule }) => rule.id));
  const findings = results.findings.filter(({ rule }) => ids.has(rule.id));
  const { state, because } = decide(input, rules, findings);
  return {
    ...criterion,
    state,
    because,
    qualified: state === 'met' && findings.some((finding) => finding.waiver !== undefined),
    evidence: rules.map((rule) => rule.evidence).reduce(addEvidence, NO_EVIDENCE),
    rules: [...ids].sort(),
    environments: evidenceByEnvironment(input.tallies, ids),
  };
}

function decide(
  { hasPlan, planAlone, planBroken, tailoring, failOn }: CriterionInput,
  rules: readonly RuleReport[],
  findings: Results['findings'],
): { state: CriterionState; because: string[] } {
  if (tailoring) {
    const by = tailoring.approvedBy === null ? '' : `, approved by ${tailoring.approvedBy}`;
    return {
      state: 'not-applicable',
      because: [`The plan declares it not applicable: ${endSentence(tailoring.reason, by)}`],
    };
  }
  const violated = whyNotMet(findings, failOn);
  if (violated.length > 0) return { state: 'not-met', because: violated };
  if (planAlone) return { state: 'not-assessed', because: [filesNotLookedAt(rules)] };
  const open = whyNotAssessed(hasPlan, rules);
  if (planBroken) open.unshift('The plan has mistakes, and cannot be relied on before they are mended.');
  if (open.length > 0) return { state: 'not-assessed', because: open };
  const examined = rules.reduce((sum, { evidence }) => sum + evidence.examined, 0);
  const lesser = rules.reduce((sum, { evidence }) => sum + evidence.violated, 0);
  const rest =
    lesser === 0 ? '' : ` ${lesser} lesser ${lesser === 1 ? 'finding remains' : 'findings remain'}.`;
  return {
    state: 'met',
    because: [
      `All required rules hold, ${examined} ${examined === 1 ? 'check was' : 'checks were'} made.${rest}`,
    ],
  };
}

function filesNotLookedAt(rules: readonly RuleReport[]): string {
  const passed = rules.reduce((sum, { evidence }) => sum + evidence.passed, 0);
  const held =
    passed === 0 ? '' : `; ${passed} ${passed === 1 ? 'check' : 'checks'} of the plan itself passed`;
  return `Files not looked at${held}.`;
}

/** The gravest first, then what is violated most often: reports that have little room show the first few. */
function whyNotMet(findings: Results['findings'], failOn: Severity): string[] {
  const blocking = new Map<string, { rank: number; count: number }>();
  for (const { rule, severity, waiver } of findings) {
    if (waiver || !isAtLeast(severity, failOn)) continue;
    const { rank = 0, count = 0 } = blocking.get(rule.title) ?? {};
    blocking.set(rule.title, { rank: Math.max(rank, RANK[severity]), count: count + 1 });
  }
  return [...blocking]
    .sort(([, a], [, b]) => b.rank - a.rank || b.count - a.count)
    .map(([title, { count }]) => `Violated ${times(count)}: ${title}.`);
}

function whyNotAssessed(hasPlan: boolean, rules: readonly RuleReport[]): string[] {
  if (!hasPlan) return ['There is no deployment plan to hold the files against.'];
  const required = rules.filter(({ rule }) => rule.required);
  if (required.length === 0) return ['No required rule for it was run.'];
  return required.flatMap(({ rule, evidence, failure }) => {
    if (failure !== undefined) return [`The rule ${rule.id} failed: ${endSentence(failure)}`];
    if (evidence.examined === 0) return [`Nothing to examine for: ${rule.title}.`];
    if (evidence.undecided > 0) return [`Undecided ${times(evidence.undecided)}: ${rule.title}.`];
    return [];
  });
}

export interface VerdictInput {
  readonly results: Results;
  readonly criteria: readonly CriterionReport[];
  readonly hasPlan: boolean;
  /** No file but the plan was looked at. */
  readonly planAlone: boolean;
  readonly diagnostics: readonly Diagnostic[];
  readonly filesExamined: number;
  /** That no file was examined is no reason to stop. */
  readonly ignoreUnknown: boolean;
  readonly failOn: Severity;
}

/** The gate. Without a plan only findings, unreadable files and an empty tree count. */
export function judge(input: VerdictInput): Verdict {
  const blocking = input.results.findings.filter(
    ({ severity, waiver }) => !waiver && isAtLeast(severity, input.failOn),
  );
  const notAssessed = whyUnassessed(input);
  if (blocking.length > 0)
    return {
      outcome: 'failed',
      because: [
        `${blocking.length} ${blocking.length === 1 ? 'finding' : 'findings'} of severity ${input.failOn} or higher.`,
        ...notAssessed,
      ],
    };
  if (notAssessed.length > 0) return { outcome: 'not-assessed', because: notAssessed };
  if (input.planAlone)
    return {
      outcome: 'passed',
      because: [
        `No findings of severity ${input.failOn} or higher in the plan itself; "planproof check" holds the files against it.`,
      ],
    };
  if (input.filesExamined === 0)
    return { outcome: 'passed', because: ['No file was examined: Planproof understands none of them.'] };
  const met = input.criteria.filter(({ state }) => state === 'met').length;
  const passed = input.hasPlan
    ? `${met} of ${input.criteria.length} criteria are met, the others are declared not applicable.`
    : `No findings of severity ${input.failOn} or higher; without a deployment plan the criteria are not assessed.`;
  return { outcome: 'passed', because: [met === input.criteria.length ? 'All criteria are met.' : passed] };
}

function whyUnassessed({
  results,
  criteria,
  hasPlan,
  planAlone,
  diagnostics,
  filesExamined,
  ignoreUnknown,
}: VerdictInput): string[] {
  const because: string[] = [];
  if (filesExamined === 0 && !ignoreUnknown) because.push('No file was examined.');
  const unread = new Set(diagnostics.filter(({ level }) => level === 'error').map(({ path }) => path));
  if (unread.size > 0)
    because.push(`${unread.size} ${unread.size === 1 ? 'file' : 'files'} could not be read completely.`);
  const failed = results.rules.filter(({ failure }) => failure !== undefined);
  if (failed.length > 0)
    because.push(
      `${failed.length} ${failed.length === 1 ? 'rule' : 'rules'} failed: ${failed.map(({ rule }) => rule.id).join(', ')}.`,
    );
  const open = hasPlan && !planAlone ? criteria.filter(({ state }) => state === 'not-assessed') : [];
  if (open.length > 0)
    because.push(
      `${open.length} ${open.length === 1 ? 'criterion is' : 'criteria are'} not assessed: ${open.map(({ id }) => id).join(', ')}.`,
    );
  return because;
}

function times(count: number): string {
  return count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`;
}

function endSentence(text: string, more = ''): string {
  return `${text.trim().replace(/\.$/, '')}${more}.`;
}
