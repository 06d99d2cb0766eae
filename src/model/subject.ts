import type { Location, RelatedLocation } from '../source/index.ts';
import { isNative, type Fact } from './fact.ts';
import type { SubjectFacts, SubjectKind } from './kinds/index.ts';

/** One thing that rules talk about. */
export interface SubjectOf<K extends SubjectKind> {
  readonly kind: K;
  /** Its logical address, unique among subjects of its kind: `infra/prod:module.db.aws_db_instance.this`. */
  readonly id: string;
  /** For messages: short, as its authors would name it. */
  readonly name: string;
  /** Id of the format that gave it. */
  readonly format: string;
  /** Name of the environment it belongs to, where known. */
  readonly environment?: string;
  /** Its header or name; findings point here where no fact is narrower. */
  readonly location: Location;
  readonly facts: SubjectFacts[K];
}

/** A subject of any kind; `kind` tells which. */
export type Subject = { [K in SubjectKind]: SubjectOf<K> }[SubjectKind];

/** What policies see of a subject: values only, unknowns as `{"unknown": reason}`. */
export interface InputSubject {
  readonly kind: SubjectKind;
  readonly id: string;
  readonly name: string;
  readonly environment: string | null;
  readonly format: string;
  readonly facts: unknown;
}

/** A subject as the policies see it: with those of its facts whose names are asked for, else with all. */
export function toInput(subject: Subject, names?: ReadonlySet<string>): InputSubject {
  return {
    kind: subject.kind,
    id: subject.id,
    name: subject.name,
    environment: subject.environment ?? null,
    format: subject.format,
    facts: valuesOf(names ? only(subject.facts, names) : subject.facts),
  };
}

function only(facts: object, names: ReadonlySet<string>): object {
  return Object.fromEntries(Object.entries(facts).filter(([name]) => names.has(name)));
}

/** The one fact whose keys the scanned files choose: a label may be called `value`, too. */
const RECORD = 'labels';

/** Facts with every `Fact` replaced by its value. */
function valuesOf(facts: unknown): unknown {
  if (typeof facts !== 'object' || facts === null) return facts;
  if (Array.isArray(facts)) return facts.map(valuesOf);
  if (isFact(facts)) return facts.value;
  if (isNative(facts)) return facts.plain;
  const values: Record<string, unknown> = {};
  for (const key of Object.keys(facts)) {
    const value = (facts as Readonly<Record<string, unknown>>)[key];
    values[key] = key === RECORD ? value : valuesOf(value);
  }
  return values;
}

/** Where a path into a subject's facts stands: the narrowest fact on the way, else the subject itself. */
export function locateFact(
  subject: Subject,
  path: readonly (string | number)[],
): { readonly location: Location; readonly related: readonly RelatedLocation[] } {
  let node: unknown = subject.facts;
  let found: Pick<Fact<unknown>, 'at' | 'related'> | undefined;
  for (const [depth, key] of path.entries()) {
    if (typeof node !== 'object' || node === null || isFact(node) || key === RECORD) break;
    if (!Object.hasOwn(node, key)) break;
    node = (node as Record<string | number, unknown>)[key];
    if (isFact(node)) found = node;
    if (!isNative(node)) continue;
    found = node.locate(path.slice(depth + 1)) ?? found;
    break;
  }
  return { location: found?.at ?? subject.location, related: found?.related ?? [] };
}

/** Facts are the only objects in the model with a `value` key: kinds must not name a fact so. */
function isFact(node: unknown): node is Fact<unknown> {
  return typeof node === 'object' && node !== null && Object.hasOwn(node, 'value');
}
