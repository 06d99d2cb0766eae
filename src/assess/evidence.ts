import type { EnvironmentReport, Evidence, Finding, RuleReport, Undecided } from './report.ts';

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

/** What became of a subject that a rule examined. */
export type Outcome = Exclude<keyof Evidence, 'examined'>;

/** Counts outcomes. */
export class Tally {
  readonly #counts: Record<Outcome, number> = { passed: 0, violated: 0, undecided: 0, waived: 0 };

  add(outcome: Outcome, times = 1): void {
    this.#counts[outcome] += times;
  }

  get evidence(): Evidence {
    const { passed, violated, undecided, waived } = this.#counts;
    return { examined: passed + violated + undecided + waived, ...this.#counts };
  }
}

/** A rule's tallies by the name of the environment. */
export type EnvironmentTallies = ReadonlyMap<string, Tally>;

/** Evidence of some rules by environment, in the order of their names. */
export function evidenceByEnvironment(
  tallies: ReadonlyMap<string, EnvironmentTallies>,
  ruleIds: ReadonlySet<string>,
): readonly EnvironmentReport[] {
  const byEnvironment = new Map<string, Evidence>();
  for (const id of ruleIds)
    for (const [name, { evidence }] of tallies.get(id) ?? [])
      byEnvironment.set(name, addEvidence(byEnvironment.get(name) ?? NO_EVIDENCE, evidence));
  return [...byEnvironment]
    .map(([name, evidence]) => ({ name, evidence }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}
