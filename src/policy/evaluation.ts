import type { SubjectKind } from '../model/index.ts';

/** A place in a subject's facts: keys and indexes. Empty: the subject as a whole. */
export type FactPath = readonly (string | number)[];

export interface Violation {
  readonly kind: SubjectKind;
  /** Id of the subject. */
  readonly subject: string;
  readonly path: FactPath;
  readonly message: string;
  readonly related: readonly {
    readonly kind: SubjectKind;
    readonly subject: string;
    readonly path: FactPath;
    readonly message: string;
  }[];
}

export interface UndecidedResult {
  readonly kind: SubjectKind;
  readonly subject: string;
  readonly path: FactPath;
  readonly reason: string;
}

/** What one rule said of all subjects it was given. */
export interface RuleEvaluation {
  readonly violations: readonly Violation[];
  readonly undecided: readonly UndecidedResult[];
  readonly examined: readonly { readonly kind: SubjectKind; readonly subject: string }[];
  /** The rule could not be evaluated: why. Then the lists are empty. */
  readonly failure?: string;
}

/** By rule id; every enabled rule has an entry. */
export type Evaluation = ReadonlyMap<string, RuleEvaluation>;
