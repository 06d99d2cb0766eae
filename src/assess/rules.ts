import type { Evaluation, Rule, RuleEvaluation } from '../policy/index.ts';
import { Tally, type EnvironmentTallies, type Outcome, type Results } from './evidence.ts';
import type { RuleReport, SubjectReference } from './report.ts';
import type { SubjectTable } from './results.ts';

/** What each rule examined and found good, and how much of each outcome there is, by environment too. */
export function reportRules(
  rules: readonly Rule[],
  evaluation: Evaluation,
  located: Omit<Results, 'rules'>,
  subjects: SubjectTable,
): { readonly reports: readonly RuleReport[]; readonly tallies: ReadonlyMap<string, EnvironmentTallies> } {
  const outcomes = outcomesByRule(located);
  const tallies = new Map<string, EnvironmentTallies>();
  const reports = rules.map((rule) => {
    const result = evaluation.get(rule.id);
    const open = outcomes.get(rule.id) ?? new Map<SubjectReference, Outcome>();
    const { passed, unlisted } = passedOf(result, open, subjects);
    const all = new Tally();
    const byEnvironment = new Map<string, Tally>();
    const count = ({ environment }: SubjectReference, outcome: Outcome): void => {
      all.add(outcome);
      if (environment === undefined) return;
      const tally = byEnvironment.get(environment) ?? new Tally();
      byEnvironment.set(environment, tally);
      tally.add(outcome);
    };
    for (const [subject, outcome] of open) count(subject, outcome);
    for (const subject of passed) count(subject, 'passed');
    all.add('passed', unlisted);
    tallies.set(rule.id, byEnvironment);
    const failure = result?.failure;
    return { rule, evidence: all.evidence, passed, ...(failure !== undefined && { failure }) };
  });
  return { reports, tallies };
}

/** A subject is violated, else waived, else undecided: what weighs more comes later, and takes the place of the rest. */
function outcomesByRule({
  findings,
  undecided,
}: Omit<Results, 'rules'>): Map<string, Map<SubjectReference, Outcome>> {
  const byRule = new Map<string, Map<SubjectReference, Outcome>>();
  const set = (rule: Rule, subject: SubjectReference, outcome: Outcome): void => {
    const outcomes = byRule.get(rule.id) ?? new Map<SubjectReference, Outcome>();
    byRule.set(rule.id, outcomes.set(subject, outcome));
  };
  for (const { rule, subject } of undecided) set(rule, subject, 'undecided');
  for (const { rule, subject, waiver } of findings) if (waiver) set(rule, subject, 'waived');
  for (const { rule, subject, waiver } of findings) if (!waiver) set(rule, subject, 'violated');
  return byRule;
}

/** Whatever a rule examined and says nothing of; a subject that it was not given counts, but cannot be listed. */
function passedOf(
  result: RuleEvaluation | undefined,
  open: ReadonlyMap<SubjectReference, Outcome>,
  subjects: SubjectTable,
): { readonly passed: readonly SubjectReference[]; readonly unlisted: number } {
  const passed = new Set<SubjectReference>();
  const unlisted = new Set<string>();
  for (const { kind, subject: id } of result?.examined ?? []) {
    const subject = subjects.find(kind, id);
    const reference = subject && subjects.refer(subject);
    if (!reference) unlisted.add(`${kind}\0${id}`);
    else if (!open.has(reference)) passed.add(reference);
  }
  return { passed: [...passed], unlisted: unlisted.size };
}
