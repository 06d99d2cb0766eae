import type { Rule } from '../../policy/index.ts';
import type { Results } from '../evidence.ts';
import type { Finding, SubjectReference, Undecided } from '../report.ts';

/** One subject with all that one rule said of it. */
export interface Judged {
  readonly subject: SubjectReference;
  readonly findings: readonly Finding[];
  readonly undecided: readonly Undecided[];
}

/** What a rule said, by subject; of those that passed it said nothing. */
export function judgedBy(
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
