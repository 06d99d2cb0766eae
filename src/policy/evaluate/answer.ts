import type { SubjectKind } from '../../model/index.ts';
import type { FactPath, RuleEvaluation, UndecidedResult, Violation } from '../evaluation.ts';
import type { Name, Names } from './names.ts';

/** What the entry point says of one rule: each a list of the rule's one set, empty when the rule does not define it. */
interface RawAnswer {
  readonly violations: readonly (readonly RawFinding[])[];
  readonly undecided: readonly (readonly RawFinding[])[];
  readonly examined: readonly (readonly RawFinding[])[];
}

interface RawFinding {
  readonly kind?: unknown;
  readonly id?: unknown;
  readonly path?: unknown;
  readonly message?: unknown;
  readonly reason?: unknown;
  readonly related?: unknown;
}

/** One rule's answer on one batch. */
export interface RuleAnswer extends Omit<RuleEvaluation, 'failure'> {
  /** The rule says itself what it examined. */
  readonly scoped: boolean;
}

/** Reads the result of the entry point: rule id → answer. Throws when a rule's answer is not made by `lib/finding`. */
export function readAnswers(result: unknown, names: Names): ReadonlyMap<string, RuleAnswer> {
  const [first] = result as readonly { readonly result: Readonly<Record<string, RawAnswer>> }[]; // OPA's result set
  return new Map(Object.entries(first?.result ?? {}).map(([id, raw]) => [id, readAnswer(raw, names)]));
}

function readAnswer(raw: RawAnswer, names: Names): RuleAnswer {
  return {
    violations: (raw.violations[0] ?? []).map((each) => violation(each, names)),
    undecided: (raw.undecided[0] ?? []).map((each) => undecided(each, names)),
    examined: (raw.examined[0] ?? []).map((each) => nameOf(each, names)),
    scoped: raw.examined.length > 0,
  };
}

function violation(raw: RawFinding, names: Names): Violation {
  const { message, related = [] } = raw;
  if (typeof message !== 'string' || !Array.isArray(related)) throw malformed(raw);
  return {
    ...nameOf(raw, names),
    path: pathOf(raw),
    message,
    related: related.map((place: RawFinding) => {
      if (typeof place.message !== 'string') throw malformed(place);
      return { ...nameOf(place, names), path: pathOf(place), message: place.message };
    }),
  };
}

function undecided(raw: RawFinding, names: Names): UndecidedResult {
  if (typeof raw.reason !== 'string') throw malformed(raw);
  return { ...nameOf(raw, names), path: pathOf(raw), reason: raw.reason };
}

function nameOf(raw: RawFinding, names: Names): Name {
  if (typeof raw.kind !== 'string' || typeof raw.id !== 'string') throw malformed(raw);
  return names.of(raw.kind as SubjectKind, raw.id); // the kind of a subject that we gave
}

function pathOf(raw: RawFinding): FactPath {
  const { path } = raw;
  if (!Array.isArray(path) || !path.every((key) => typeof key === 'string' || typeof key === 'number'))
    throw malformed(raw);
  return path;
}

function malformed(raw: unknown): Error {
  return new Error(`The rule gave ${JSON.stringify(raw)}, which no function of lib/finding makes.`);
}
