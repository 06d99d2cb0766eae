import type { Subject, SubjectKind, SubjectOf } from '../model/index.ts';

/** All subjects by kind, in their order. */
export interface Subjects {
  of<K extends SubjectKind>(kind: K): readonly SubjectOf<K>[];
}

export function byKind(subjects: readonly Subject[]): Subjects {
  const buckets = new Map<SubjectKind, Subject[]>();
  for (const subject of subjects) append(buckets, subject.kind, subject);
  // The bucket of a kind holds subjects of that kind only.
  return { of: (kind) => (buckets.get(kind) ?? []) as SubjectOf<typeof kind>[] };
}

export function append<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

export function groupBy<K, V>(
  values: readonly V[],
  keysOf: (value: V) => readonly K[],
): ReadonlyMap<K, readonly V[]> {
  const groups = new Map<K, V[]>();
  for (const value of values) for (const key of keysOf(value)) append(groups, key, value);
  return groups;
}
