import type { SubjectKind } from '../model/index.ts';

export type Severity = 'error' | 'warning' | 'note';

/** What a plan can have that makes a rule required: a cloud, a tool that keeps state, components or services of a kind. */
export type Need = 'cloud' | 'containers' | 'database' | 'object-store' | 'state';

export type CriterionId =
  | 'devops-practices'
  | 'security-compliance'
  | 'delivery-pipeline'
  | 'monitoring-alerting'
  | 'rollback'
  | 'timeline-resources';

/** What a rule says of itself in its METADATA block; `dist/policy/rules.json` is a list of these, sorted by id. */
export interface Rule {
  /** `domain/name`: its folder, for ever. */
  readonly id: string;
  /** The wished-for state, without a full stop. */
  readonly title: string;
  readonly description: string;
  readonly severity: Severity;
  /** Kinds of subjects that it judges. */
  readonly appliesTo: readonly SubjectKind[];
  /** Kinds that it also reads. */
  readonly uses: readonly SubjectKind[];
  /** It compares what it judges with what has the same name: those come together. */
  readonly byName?: boolean;
  /** Names of all facts that it can read, of whatever kind; `null` where that cannot be told. Found by the build. */
  readonly reads: readonly string[] | null;
  readonly criteria: readonly CriterionId[];
  /** Without it having examined something, its criteria are not assessed. */
  readonly required: boolean;
  /** What the plan must have for that; anything where it is empty. */
  readonly requiredFor: readonly Need[];
  /** What it is evidence for: framework id → control ids, `nist-800-53` → `SC-28(1)`. */
  readonly controls: Readonly<Record<string, readonly string[]>>;
  /** Places of the plan whose statements it holds against the files, or against each other, as docs/plan.md writes them. */
  readonly statements?: readonly string[];
  /** Facts of judged subjects of the plan whose places show in the files what a statement says. */
  readonly shownBy?: readonly string[];
  /** What to do, an imperative sentence. */
  readonly remediation: string;
  readonly links: readonly { readonly title: string; readonly url: string }[];
}

/** Reads `dist/policy/rules.json`, which the build of the policies wrote. */
export function readRules(bytes: Uint8Array): readonly Rule[] {
  return JSON.parse(
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString(),
  ) as readonly Rule[]; // written and checked by our own build
}
