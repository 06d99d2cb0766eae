import type { Statements } from '../../plan/index.ts';
import type { Rule } from '../../policy/index.ts';
import { compareLocations, type Location } from '../../source/index.ts';
import type { Results } from '../evidence.ts';
import type { Finding, StatementEvidence, StatementReport, SubjectReference, Undecided } from '../report.ts';
import type { SubjectTable } from '../results.ts';
import { statementList, type Stated } from './list.ts';
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
    const belongs = belonging(located);
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

/** One subject with all that one rule said of it. */
interface Judged {
  readonly subject: SubjectReference;
  readonly findings: readonly Finding[];
  readonly undecided: readonly Undecided[];
}

function judgedBy(
  rule: Rule,
  passed: readonly SubjectReference[],
  { findings, undecided }: Results,
): readonly Judged[] {
  const open = new Map<SubjectReference, { findings: Finding[]; undecided: Undecided[] }>();
  const of = (subject: SubjectReference): { findings: Finding[]; undecided: Undecided[] } => {
    const entry = open.get(subject) ?? { findings: [], undecided: [] };
    open.set(subject, entry);
    return entry;
  };
  for (const finding of findings) if (finding.rule === rule) of(finding.subject).findings.push(finding);
  for (const one of undecided) if (one.rule === rule) of(one.subject).undecided.push(one);
  return [
    ...[...open].map(([subject, entry]) => ({ subject, ...entry })),
    ...passed.map((subject) => ({ subject, findings: [], undecided: [] })),
  ];
}

type Result = Finding | Undecided;

/**
 * Is a result about this statement? It is where it points at it; one that points at none of those that the rule holds is
 * about all of them.
 */
function belonging(
  held: readonly { readonly statement: Stated; readonly location: Location }[],
): (result: Result, statement: Stated) => boolean {
  const known = new Map<Result, ReadonlySet<Stated>>();
  // Statements do not stand inside each other, so that those at a place follow each other.
  const byPlace = [...held].sort((one, other) => compareLocations(one.location, other.location));
  const pointedAt = (result: Result): ReadonlySet<Stated> => {
    const found = new Set<Stated>();
    for (const { location } of [result, ...result.related])
      for (let index = firstFrom(byPlace, location); ; index++) {
        const one = byPlace[index];
        if (!one || !overlap(location, one.location)) break;
        found.add(one.statement);
      }
    return found;
  };
  return (result, statement) => {
    const found = known.get(result) ?? pointedAt(result);
    known.set(result, found);
    return found.size === 0 || found.has(statement);
  };
}

/** The index of the first that does not end before a place begins. */
function firstFrom(sorted: readonly { readonly location: Location }[], place: Location): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const other = sorted[middle]?.location ?? place;
    const isBefore =
      other.file.path === place.file.path
        ? other.span.end <= place.span.start && other.span.start < place.span.start
        : other.file.path < place.file.path;
    if (isBefore) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** One of the two stands inside the other. */
function overlap({ file, span }: Location, other: Location): boolean {
  if (file.path !== other.file.path) return false;
  const inside = (a: Location['span'], b: Location['span']): boolean => a.start >= b.start && a.end <= b.end;
  return inside(span, other.span) || inside(other.span, span);
}

function evidenceOf(
  rule: Rule,
  statement: Stated,
  judged: Scopes<Judged>,
  belongs: (result: Result, statement: Stated) => boolean,
  subjects: SubjectTable,
): StatementEvidence | undefined {
  const findings: Finding[] = [];
  const undecided: Undecided[] = [];
  const places: Location[] = [];
  let passed = 0;
  for (const one of judged.of(statement)) {
    const violated = one.findings.filter((finding) => belongs(finding, statement));
    const open = one.undecided.filter((result) => belongs(result, statement));
    findings.push(...violated);
    undecided.push(...open);
    if (violated.length + open.length > 0) continue;
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
