import type { SubjectKind } from '../../model/index.ts';
import type { FactPath, RuleEvaluation } from '../evaluation.ts';
import type { Rule } from '../rule.ts';
import type { RuleAnswer } from './answer.ts';
import type { PolicySubject } from './batches.ts';

interface Named {
  readonly kind: SubjectKind;
  readonly subject: string;
}

interface Result extends Named {
  readonly path: FactPath;
  readonly message?: string;
  readonly reason?: string;
}

/** Puts rules' answers on all batches together, in an order that depends on nothing but their content. */
export class Collector {
  /** Sorted once, however many rules judge them. */
  readonly #ofKind = new Map<SubjectKind, Named[]>();
  /** What rules examine that do not say it themselves: shared by all that judge the same kinds. */
  readonly #ofKinds = new Map<string, readonly Named[]>();

  constructor(subjects: readonly PolicySubject[]) {
    for (const { kind, id } of subjects) {
      const named = this.#ofKind.get(kind);
      if (named) named.push({ kind, subject: id });
      else this.#ofKind.set(kind, [{ kind, subject: id }]);
    }
    for (const named of this.#ofKind.values()) named.sort(compareNamed);
  }

  collect(rule: Rule, answers: readonly RuleAnswer[], failure: string | undefined): RuleEvaluation {
    if (failure !== undefined) return { violations: [], undecided: [], examined: [], failure };
    const violations = answers.flatMap((answer) => answer.violations).sort(compareResults);
    const undecided = answers.flatMap((answer) => answer.undecided).sort(compareResults);
    const examined = answers.some(({ scoped }) => scoped)
      ? unique([...answers.flatMap((answer) => answer.examined), ...violations, ...undecided])
      : this.#allOf(rule.appliesTo);
    return { violations, undecided, examined };
  }

  #allOf(kinds: readonly SubjectKind[]): readonly Named[] {
    const key = kinds.join(' ');
    const known = this.#ofKinds.get(key);
    if (known) return known;
    const named = [...new Set(kinds)].sort().flatMap((kind) => this.#ofKind.get(kind) ?? []);
    this.#ofKinds.set(key, named);
    return named;
  }
}

/** What a rule speaks of, it examined: by kind and id, once. */
function unique(named: readonly Named[]): readonly Named[] {
  const byKey = new Map(
    named.map(({ kind, subject }) => [`${kind}\0${subject}`, { kind, subject }] as const),
  );
  return [...byKey.values()].sort(compareNamed);
}

function compareResults(a: Result, b: Result): number {
  return (
    compareNamed(a, b) ||
    comparePaths(a.path, b.path) ||
    compare(a.message ?? a.reason ?? '', b.message ?? b.reason ?? '')
  );
}

function compareNamed(a: Named, b: Named): number {
  return compare(a.kind, b.kind) || compare(a.subject, b.subject);
}

/** Indexes by number, so that container 2 stands before container 10. */
function comparePaths(a: FactPath, b: FactPath): number {
  for (const [i, key] of a.entries()) {
    const other = b[i];
    if (other === undefined) return 1;
    const order =
      typeof key === 'number' && typeof other === 'number'
        ? key - other
        : compare(String(key), String(other));
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

/** By code units, so that no locale matters. */
function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
