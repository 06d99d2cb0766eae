import { createHash } from 'node:crypto';
import { locateFact, type Subject, type SubjectKind } from '../model/index.ts';
import type { Evaluation, Rule } from '../policy/index.ts';
import { compareLocations, type RelatedLocation } from '../source/index.ts';
import type { Results } from './evidence.ts';
import type { Finding, SubjectReference, Undecided } from './report.ts';

type FactPath = readonly (string | number)[];

/** Subjects by kind and id. */
export interface SubjectTable {
  find(kind: SubjectKind, id: string): Subject | undefined;
  /** What reports say of a subject: one object for each, so that it tells whether two are one. */
  refer(subject: Subject): SubjectReference;
}

export function subjectTable(subjects: readonly Subject[]): SubjectTable {
  const byKind = new Map<SubjectKind, Map<string, Subject>>();
  for (const subject of subjects) {
    const byId = byKind.get(subject.kind) ?? new Map<string, Subject>();
    byKind.set(subject.kind, byId.set(subject.id, subject));
  }
  const references = new Map<Subject, SubjectReference>();
  return {
    find: (kind, id) => byKind.get(kind)?.get(id),
    refer: (subject) => {
      const reference = references.get(subject) ?? referenceOf(subject);
      references.set(subject, reference);
      return reference;
    },
  };
}

function referenceOf({ kind, id, name, format, environment, location }: Subject): SubjectReference {
  return { kind, id, name, format, location, ...(environment !== undefined && { environment }) };
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
  return { fingerprint, subject: subjects.refer(subject), fact, location, related };
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
