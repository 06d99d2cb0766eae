import type { Subject } from '../model/index.ts';

/** Makes ids unique: what would be given twice gets `#2`, `#3`, … in the order of asking. */
export function uniqueIds(): (id: string) => string {
  const counts = new Map<string, number>();
  return (id) => {
    const count = (counts.get(id) ?? 0) + 1;
    counts.set(id, count);
    return count === 1 ? id : `${id}#${count}`;
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
