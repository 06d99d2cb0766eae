import type { StatementValue } from '../assess/index.ts';
import type { Snapshot, SnapshotStatement } from './snapshot.ts';

/** What changed between two versions of a plan and of its evidence. */
export interface Difference {
  readonly before: Pick<Snapshot, 'title' | 'version'>;
  readonly after: Pick<Snapshot, 'title' | 'version'>;
  /** By step of the task, only steps in which something changed. */
  readonly steps: readonly StepDifference[];
  readonly criteria: readonly {
    readonly id: string;
    readonly title: string;
    readonly before: string;
    readonly after: string;
  }[];
  readonly counts: Readonly<Record<'added' | 'removed' | 'changed' | 'evidence', number>>;
}

export interface StepDifference {
  readonly title: string;
  readonly statements: readonly StatementDifference[];
}

/** `evidence`: it says the same, and something else was found of it. */
export interface StatementDifference {
  readonly kind: 'added' | 'removed' | 'changed' | 'evidence';
  readonly path: string;
  readonly before?: SnapshotStatement;
  readonly after?: SnapshotStatement;
}

/** Keys of the plan by step of the task. */
const STEPS: readonly (readonly [string, readonly string[]])[] = [
  ['The plan', ['title', 'version', 'owner', 'summary']],
  ['Step 1: Environment Planning', ['architecture', 'environments']],
  ['Step 2: Infrastructure as Code Development', ['infrastructure']],
  ['Step 3: CI/CD Pipeline Design', ['delivery']],
  ['Step 4: Security Implementation', ['security']],
  ['Step 5: Monitoring and Observability', ['observability']],
  ['Step 6: Disaster Recovery Planning', ['recovery']],
  ['Step 7: Deployment Procedure Documentation', ['documents']],
  ['Step 8: Review and Validation', ['timeline', 'resources', 'review', 'criteria']],
];

export function differenceOf(before: Snapshot, after: Snapshot): Difference {
  const paths = [...new Set([...before.statements.keys(), ...after.statements.keys()])];
  const statements = paths.flatMap((path) => statementDifference(path, before, after));
  const count = (kind: StatementDifference['kind']): number =>
    statements.filter((one) => one.kind === kind).length;
  const known = STEPS.flatMap(([, keys]) => keys);
  return {
    before: { title: before.title, version: before.version },
    after: { title: after.title, version: after.version },
    steps: STEPS.map(([title, keys], index) => ({
      title,
      statements: statements.filter(({ path }) => {
        const key = /^\w+/.exec(path)?.[0] ?? '';
        return keys.includes(key) || (index === 0 && !known.includes(key));
      }),
    })).filter((step) => step.statements.length > 0),
    criteria: [...after.criteria].flatMap(([id, { title, state }]) => {
      const old = before.criteria.get(id)?.state;
      return old === undefined || old === state ? [] : [{ id, title, before: old, after: state }];
    }),
    counts: {
      added: count('added'),
      removed: count('removed'),
      changed: count('changed'),
      evidence: count('evidence'),
    },
  };
}

function statementDifference(path: string, a: Snapshot, b: Snapshot): readonly StatementDifference[] {
  const [before, after] = [a.statements.get(path), b.statements.get(path)];
  if (!before && after) return [{ kind: 'added', path, after }];
  if (before && !after) return [{ kind: 'removed', path, before }];
  if (!before || !after) return [];
  if (!isSame(before.value, after.value)) return [{ kind: 'changed', path, before, after }];
  return before.outcome === after.outcome ? [] : [{ kind: 'evidence', path, before, after }];
}

function isSame(a: StatementValue, b: StatementValue): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
