import { createHash } from 'node:crypto';
import { locateFact, type Subject, type SubjectKind } from '../model/index.ts';
import type { Evaluation, Rule, RuleEvaluation } from '../policy/index.ts';
import { compareLocations, type RelatedLocation } from '../source/index.ts';
import type { Results } from './evidence.ts';
import type { Finding, RuleReport, SubjectReference, Undecided } from './report.ts';

type FactPath = readonly (string | number)[];

/** Subjects by kind and id. */
export interface SubjectTable {
  find(kind: SubjectKind, id: string): Subject | undefined;
}

export function subjectTable(subjects: readonly Subject[]): SubjectTable {
  const byKey = new Map(subjects.map((subject) => [`${subject.kind}\0${subject.id}`, subject]));
  return { find: (kind, id) => byKey.get(`${kind}\0${id}`) };
}

/** Gives every finding and every open question its place; nothing is dropped and nothing is counted yet. */
export function locateResults(
  rules: readonly Rule[],
  evaluation: Evaluation,
  subjects: SubjectTable,
): Omit<Results, 'rules'> {
  const findings: Finding[] = [];
  const undecided: Undecided[] = [];
  const seen = new Map<string, number>();
  for (const rule of rules) {
    const result = evaluation.get(rule.id);
    for (const violation of result?.violations ?? []) {
      const place = locate(rule, violation, subjects, seen);
      const related = violation.related.flatMap((other): RelatedLocation[] => {
        const subject = subjects.find(other.kind, other.subject);
        return subject
          ? [{ location: locateFact(subject, other.path).location, message: other.message }]
          : [];
      });
      findings.push({
        ...place,
        rule,
        severity: rule.severity,
        message: violation.message,
        related: [...place.related, ...related],
      });
    }
    for (const open of result?.undecided ?? [])
      undecided.push({ ...locate(rule, open, subjects, seen), rule, reason: open.reason });
  }
  return { findings: findings.sort(byPlace), undecided: undecided.sort(byPlace) };
}

function locate(
  rule: Rule,
  result: { readonly kind: SubjectKind; readonly subject: string; readonly path: FactPath },
  subjects: SubjectTable,
  seen: Map<string, number>,
): Pick<Finding, 'fingerprint' | 'subject' | 'fact' | 'location' | 'related'> {
  const subject = subjects.find(result.kind, result.subject);
  if (!subject)
    throw new Error(`Rule ${rule.id} speaks of ${result.kind} "${result.subject}", which it was not given.`);
  const fact = result.path.join('.');
  const { location, related } = locateFact(subject, result.path);
  const identity = [rule.id, location.file.path, subject.kind, subject.id, fact].join('\0');
  const ordinal = seen.get(identity) ?? 0;
  seen.set(identity, ordinal + 1);
  const fingerprint = createHash('sha256').update(`${identity}\0${ordinal}`).digest('hex');
  return { fingerprint, subject: referenceOf(subject), fact, location, related };
}

function byPlace(a: Finding | Undecided, b: Finding | Undecided): number {
  return (
    compareLocations(a.location, b.location) ||
    compareText(a.rule.id, b.rule.id) ||
    compareText(a.fact, b.fact) ||
    compareText(a.fingerprint, b.fingerprint)
  );
}

function compareText(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

/** Counts what each rule examined: a subject is violated, else waived, else undecided, else passed. */
export function reportRules(
  rules: readonly Rule[],
  evaluation: Evaluation,
  located: Omit<Results, 'rules'>,
  subjects: SubjectTable,
): readonly RuleReport[] {
  const violated = keysByRule(located.findings.filter(({ waiver }) => !waiver));
  const waived = keysByRule(located.findings.filter(({ waiver }) => waiver));
  const undecided = keysByRule(located.undecided);
  return rules.map((rule) => {
    const result = evaluation.get(rule.id);
    const counts = { passed: 0, violated: 0, undecided: 0, waived: 0 };
    const passed: SubjectReference[] = [];
    for (const { kind, subject: id } of examinedBy(result)) {
      const key = `${kind}\0${id}`;
      if (violated.get(rule.id)?.has(key)) counts.violated++;
      else if (waived.get(rule.id)?.has(key)) counts.waived++;
      else if (undecided.get(rule.id)?.has(key)) counts.undecided++;
      else {
        counts.passed++;
        const subject = subjects.find(kind, id);
        if (subject) passed.push(referenceOf(subject));
      }
    }
    const examined = counts.passed + counts.violated + counts.undecided + counts.waived;
    const failure = result?.failure;
    return { rule, evidence: { examined, ...counts }, passed, ...(failure !== undefined && { failure }) };
  });
}

/** A rule that reports on a subject examined it, whether or not its own `examined` set says so. */
function examinedBy(result: RuleEvaluation | undefined): Iterable<{ kind: SubjectKind; subject: string }> {
  const all = new Map<string, { kind: SubjectKind; subject: string }>();
  for (const item of [
    ...(result?.examined ?? []),
    ...(result?.violations ?? []),
    ...(result?.undecided ?? []),
  ])
    all.set(`${item.kind}\0${item.subject}`, item);
  return all.values();
}

function keysByRule(items: readonly (Finding | Undecided)[]): Map<string, Set<string>> {
  const byRule = new Map<string, Set<string>>();
  for (const { rule, subject } of items) {
    const keys = byRule.get(rule.id) ?? new Set<string>();
    byRule.set(rule.id, keys.add(`${subject.kind}\0${subject.id}`));
  }
  return byRule;
}

export function referenceOf(subject: Subject): SubjectReference {
  const { kind, id, name, format, environment, location } = subject;
  return { kind, id, name, format, location, ...(environment !== undefined && { environment }) };
}
