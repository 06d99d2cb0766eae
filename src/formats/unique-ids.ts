import type { Subject } from '../model/index.ts';

/**
 * Makes ids unique: what would be given twice gets `#2`, `#3`, … in the order of asking, unless something was called so
 * already.
 */
export function uniqueIds(): (id: string) => string {
  const counts = new Map<string, number>();
  const given = new Set<string>();
  return (id) => {
    let count = counts.get(id) ?? 0;
    let unique: string;
    do {
      count++;
      unique = count === 1 ? id : `${id}#${count}`;
    } while (given.has(unique));
    counts.set(id, count);
    given.add(unique);
    return unique;
  };
}

/** Subjects whose ids are unique among those of their kind. */
export function withUniqueIds(subjects: readonly Subject[]): readonly Subject[] {
  const unique = uniqueIds();
  return subjects.map((subject) => {
    const id = unique(`${subject.kind} ${subject.id}`).slice(subject.kind.length + 1);
    return id === subject.id ? subject : { ...subject, id };
  });
}
