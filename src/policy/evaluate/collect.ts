import type { SubjectKind } from '../../model/index.ts';
import type { FactPath, RuleEvaluation } from '../evaluation.ts';
import type { Rule } from '../rule.ts';
import type { RuleAnswer } from './answer.ts';
import type { PolicySubject } from './batches.ts';
import type { Name, Names } from './names.ts';

interface Result extends Name {
  readonly path: FactPath;
  readonly message?: string;
  readonly reason?: string;
}

/** Puts rules' answers on all batches together, in an order that depends on nothing but their content. */
export class Collector {
  /** Sorted once, however many rules judge them. */
  readonly #ofKind = new Map<SubjectKind, Name[]>();
  /** What rules examine that do not say it themselves: shared by all that judge the same kinds. */
  readonly #ofKinds = new Map<string, readonly Name[]>();

  readonly #names: Names;

  constructor(subjects: readonly PolicySubject[], names: Names) {
    this.#names = names;
    for (const { kind, id } of subjects) {
      const named = this.#ofKind.get(kind);
      if (named) named.push(names.of(kind, id));
      else this.#ofKind.set(kind, [names.of(kind, id)]);
    }
    for (const named of this.#ofKind.values()) named.sort(compareNames);
  }

  collect(rule: Rule, answers: readonly RuleAnswer[], failure: string | undefined): RuleEvaluation {
    if (failure !== undefined) return { violations: [], undecided: [], examined: [], failure };
    const violations = answers.flatMap((answer) => answer.violations).sort(compareResults);
    const undecided = answers.flatMap((answer) => answer.undecided).sort(compareResults);
    const examined = answers.some(({ scoped }) => scoped)
      ? this.#unique([...answers.flatMap((answer) => answer.examined), ...violations, ...undecided])
      : this.#allOf(rule.appliesTo);
    return { violations, undecided, examined };
  }

  /** What a rule speaks of, it examined. */
  #unique(named: readonly Name[]): readonly Name[] {
    return [...new Set(named.map(({ kind, subject }) => this.#names.of(kind, subject)))].sort(compareNames);
  }

  #allOf(kinds: readonly SubjectKind[]): readonly Name[] {
    const key = kinds.join(' ');
    const known = this.#ofKinds.get(key);
    if (known) return known;
    const named = [...new Set(kinds)].sort().flatMap((kind) => this.#ofKind.get(kind) ?? []);
    this.#ofKinds.set(key, named);
    return named;
  }
}

function compareResults(a: Result, b: Result): number {
  return (
    compareNames(a, b) ||
    comparePaths(a.path, b.path) ||
    compare(a.message ?? a.reason ?? '', b.message ?? b.reason ?? '')
  );
}

function compareNames(a: Name, b: Name): number {
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
