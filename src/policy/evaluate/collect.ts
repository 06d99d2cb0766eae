import type { InputSubject, SubjectKind } from '../../model/index.ts';
import type { RuleEvaluation } from '../evaluation.ts';
import type { Rule } from '../rule.ts';
import type { RuleAnswer } from './answer.ts';

interface Named {
  readonly kind: SubjectKind;
  readonly subject: string;
}

/** One rule's answers on all batches, in a fixed order. */
export function collect(
  rule: Rule,
  subjects: readonly InputSubject[],
  answers: readonly RuleAnswer[],
  failure: string | undefined,
): RuleEvaluation {
  if (failure !== undefined) return { violations: [], undecided: [], examined: [], failure };
  const violations = sorted(answers.flatMap((answer) => answer.violations));
  const undecided = sorted(answers.flatMap((answer) => answer.undecided));
  const stated = answers.some(({ scoped }) => scoped)
    ? answers.flatMap((answer) => answer.examined)
    : subjects
        .filter(({ kind }) => rule.appliesTo.includes(kind))
        .map(({ kind, id }) => ({ kind, subject: id }));
  return { violations, undecided, examined: unique([...stated, ...violations, ...undecided]) };
}

function sorted<T extends Named & { readonly path: readonly unknown[] }>(
  results: readonly T[],
): readonly T[] {
  const keyed = results.map((result) => ({ result, key: `${keyOf(result)}\0${JSON.stringify(result)}` }));
  return keyed.sort((a, b) => (a.key < b.key ? -1 : 1)).map(({ result }) => result);
}

/** What a rule speaks of, it examined: by kind and id, once. */
function unique(named: readonly Named[]): readonly Named[] {
  const byKey = new Map(named.map(({ kind, subject }) => [keyOf({ kind, subject }), { kind, subject }]));
  return [...byKey].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, value]) => value);
}

const keyOf = ({ kind, subject }: Named): string => `${kind}\0${subject}`;
