import type { Report, StatementOutcome, StatementValue } from '../assess/index.ts';
import { formatLocation } from '../source/index.ts';

/** What a comparison needs of one version of a plan: the same, whether it was judged just now or a report tells it. */
export interface Snapshot {
  readonly title: string;
  readonly version: string | null;
  readonly statements: ReadonlyMap<string, SnapshotStatement>;
  readonly criteria: ReadonlyMap<string, SnapshotCriterion>;
}

export interface SnapshotStatement {
  readonly path: string;
  readonly value: StatementValue;
  /** `path:line:column`. */
  readonly place: string;
  /** The gravest of what was found; `none`: nothing in the files shows it. */
  readonly outcome: StatementOutcome | 'none';
  /** Messages of findings and reasons of open questions, each once. */
  readonly because: readonly string[];
}

export interface SnapshotCriterion {
  readonly title: string;
  readonly state: string;
}

const GRAVEST: readonly StatementOutcome[] = ['violated', 'undecided', 'waived', 'passed'];

export function gravest(outcomes: readonly string[]): SnapshotStatement['outcome'] {
  return GRAVEST.find((outcome) => outcomes.includes(outcome)) ?? 'none';
}

export function snapshotOf(report: Report): Snapshot {
  return {
    title: report.plan?.title ?? '',
    version: report.plan?.version ?? null,
    statements: new Map(
      (report.statements ?? []).map(({ path, value, location, evidence }) => {
        const because = evidence.flatMap(({ findings, undecided }) => [
          ...findings.filter(({ waiver }) => !waiver).map(({ message }) => message),
          ...undecided.map(({ reason }) => `Undecided because ${reason}.`),
        ]);
        const outcome = gravest(evidence.map((one) => one.outcome));
        return [
          path,
          { path, value, place: formatLocation(location), outcome, because: [...new Set(because)] },
        ];
      }),
    ),
    criteria: new Map(report.criteria.map(({ id, title, state }) => [id, { title, state }])),
  };
}
