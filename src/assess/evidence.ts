import type { Evidence, Finding, RuleReport, Undecided } from './report.ts';

export const NO_EVIDENCE: Evidence = { examined: 0, passed: 0, violated: 0, undecided: 0, waived: 0 };

export function addEvidence(a: Evidence, b: Evidence): Evidence {
  return {
    examined: a.examined + b.examined,
    passed: a.passed + b.passed,
    violated: a.violated + b.violated,
    undecided: a.undecided + b.undecided,
    waived: a.waived + b.waived,
  };
}

export interface Results {
  readonly rules: readonly RuleReport[];
  readonly findings: readonly Finding[];
  readonly undecided: readonly Undecided[];
}

/**
 * Evidence by environment name. A subject counts once for each rule: violated before waived before undecided
 * before passed, as it does in the rule's own evidence.
 */
export function evidenceByEnvironment(results: Results, ruleIds: ReadonlySet<string>): Map<string, Evidence> {
  const byEnvironment = new Map<string, Evidence>();
  const counted = new Set<string>();
  const count = (
    rule: string,
    subject: { kind: string; id: string; environment?: string },
    what: keyof Evidence,
  ): void => {
    if (subject.environment === undefined || !ruleIds.has(rule)) return;
    const key = `${rule}\0${subject.kind}\0${subject.id}`;
    if (counted.has(key)) return;
    counted.add(key);
    const before = byEnvironment.get(subject.environment) ?? NO_EVIDENCE;
    byEnvironment.set(subject.environment, {
      ...before,
      examined: before.examined + 1,
      [what]: before[what] + 1,
    });
  };
  for (const finding of results.findings)
    if (!finding.waiver) count(finding.rule.id, finding.subject, 'violated');
  for (const finding of results.findings)
    if (finding.waiver) count(finding.rule.id, finding.subject, 'waived');
  for (const item of results.undecided) count(item.rule.id, item.subject, 'undecided');
  for (const { rule, passed } of results.rules)
    for (const subject of passed) count(rule.id, subject, 'passed');
  return byEnvironment;
}
