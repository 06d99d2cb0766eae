import type { Statements } from '../../plan/index.ts';
import type { Rule } from '../../policy/index.ts';
import type { Location } from '../../source/index.ts';
import type { Results } from '../evidence.ts';
import type { Finding, StatementEvidence, StatementReport, Undecided } from '../report.ts';
import type { SubjectTable } from '../results.ts';
import { belonging, type Belongs } from './belonging.ts';
import { statementList, type Stated } from './list.ts';
import { judgedBy, type Judged } from './judged.ts';
import { isAt, patternOf, placeOf } from './patterns.ts';
import { placesOf } from './places.ts';
import { scopes, type Scopes } from './scopes.ts';

/** Places of what passed that are kept for each rule and statement. */
const PLACES = 5;

/** Everything that the plan states, each with what the rules said of it that hold it. */
export function statementReports(
  plan: Statements,
  results: Results,
  subjects: SubjectTable,
): readonly StatementReport[] {
  const list = statementList(plan);
  const byKey = new Map<string | number | undefined, Stated[]>();
  for (const statement of list) {
    const [key] = placeOf(statement.steps);
    const others = byKey.get(key) ?? [];
    others.push(statement);
    byKey.set(key, others);
  }
  const evidence = new Map<Stated, StatementEvidence[]>();
  for (const { rule, passed, failure } of results.rules) {
    if (rule.statements === undefined || failure !== undefined) continue;
    const patterns = rule.statements.map(patternOf);
    const keys = new Set(patterns.map(([key]) => key));
    const held = [...keys]
      .flatMap((key) => byKey.get(key) ?? [])
      .filter(({ steps }) => patterns.some((pattern) => isAt(steps, pattern)));
    if (held.length === 0) continue;
    const judged = scopes(judgedBy(rule, passed, results), plan);
    const located = held.map((statement) => ({ statement, location: plan.document.locate(statement.steps) }));
    const belongs = belonging(located, judged, plan.document);
    for (const { statement } of located) {
      const entry = evidenceOf(rule, statement, judged, belongs, subjects);
      if (!entry) continue;
      const entries = evidence.get(statement) ?? [];
      entries.push(entry);
      evidence.set(statement, entries);
    }
  }
  return list.map((statement) => ({
    steps: statement.steps,
    names: statement.names,
    path: statement.path,
    value: statement.value,
    location: plan.document.locate(statement.steps),
    evidence: evidence.get(statement) ?? [],
  }));
}

function evidenceOf(
  rule: Rule,
  statement: Stated,
  judged: Scopes<Judged>,
  belongs: Belongs,
  subjects: SubjectTable,
): StatementEvidence | undefined {
  const findings: Finding[] = [];
  const undecided: Undecided[] = [];
  const places: Location[] = [];
  let passed = 0;
  for (const one of judged.of(statement)) {
    const violated = one.findings.filter((finding) => belongs(finding, one).has(statement));
    const open = one.undecided.filter((result) => {
      const about = belongs(result, one);
      return about.has(statement) || names(about, statement);
    });
    findings.push(...violated);
    undecided.push(...open);
    if (violated.length + open.length > 0) continue;
    // What is wrong with it may be this; and of what is not there by its name, nothing else can have been found good.
    const isOpen = one.findings.some((finding) => {
      const about = belongs(finding, one);
      return about.size === 0 || names(about, statement);
    });
    if (isOpen) continue;
    passed++;
    if (places.length < PLACES) places.push(...placesOf(rule, one.subject, subjects));
  }
  if (passed + findings.length + undecided.length === 0) return undefined;
  const outcome = findings.some(({ waiver }) => !waiver)
    ? 'violated'
    : findings.length > 0
      ? 'waived'
      : undecided.length > 0
        ? 'undecided'
        : 'passed';
  return { rule, outcome, passed, places: places.slice(0, PLACES), findings, undecided };
}

/** Keys that tell which of several an item of a list is. */
const NAMING: ReadonlySet<string | number | undefined> = new Set([
  'name',
  'id',
  'title',
  'framework',
  'service',
]);

/** Is one of them the name of the item that a statement stands in? */
function names(about: ReadonlySet<Stated>, { steps }: Stated): boolean {
  return [...about].some(({ steps: [...holder] }) => {
    if (!NAMING.has(holder.pop()) || typeof holder.at(-1) !== 'number') return false;
    return holder.length < steps.length && holder.every((step, index) => step === steps[index]);
  });
}
