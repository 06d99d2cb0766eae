import { isUnknown, type Fact, type Subject, type SubjectKind, type SubjectOf } from '../../model/index.ts';
import type { Location } from '../../source/index.ts';

/** Everything that was found, by kind. */
export interface Found {
  of<K extends SubjectKind>(kind: K): readonly SubjectOf<K>[];
}

export function foundAmong(subjects: readonly Subject[]): Found {
  const buckets = new Map<SubjectKind, Subject[]>();
  for (const subject of subjects) buckets.set(subject.kind, [...(buckets.get(subject.kind) ?? [])]);
  for (const subject of subjects) buckets.get(subject.kind)?.push(subject);
  // The bucket of a kind holds subjects of that kind only.
  return { of: (kind) => (buckets.get(kind) ?? []) as SubjectOf<typeof kind>[] };
}

/** A value with the place that says so. */
export interface Located<T> {
  readonly value: T;
  readonly at: Location;
}

/** What a fact of a subject says; undefined when that is not known. */
export function locatedFact<T>(subject: Pick<Subject, 'location'>, fact: Fact<T>): Located<T> | undefined {
  if (isUnknown(fact.value)) return undefined;
  return { value: fact.value, at: fact.at ?? subject.location };
}

/** An attribute of a resource as it is written and evaluated; undefined when it is absent or not known. */
export function attribute(
  resource: SubjectOf<'resource'>,
  ...path: readonly (string | number)[]
): Located<unknown> | undefined {
  const { native } = resource.facts;
  let value: unknown = native.plain;
  for (const step of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
    value = (value as Readonly<Record<string | number, unknown>>)[step];
  }
  if (value === null || value === undefined || isUnknown(value)) return undefined;
  return { value, at: native.locate(path)?.at ?? resource.location };
}

/** The same of a text. */
export function textAttribute(
  resource: SubjectOf<'resource'>,
  ...path: readonly (string | number)[]
): Located<string> | undefined {
  const found = attribute(resource, ...path);
  return found && typeof found.value === 'string' && found.value !== ''
    ? { value: found.value, at: found.at }
    : undefined;
}
