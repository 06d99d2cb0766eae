import { known, type Fact, type Subject, type WatcherFacts } from '../../model/index.ts';
import { relatedTo } from '../facts.ts';

export type Watchers = Fact<readonly WatcherFacts[]>;

/** Subjects as the watchers of something, with their places. */
export function watchers(subjects: readonly Subject[], message: string): Watchers {
  const unique = [...new Set(subjects)].sort(byId);
  return known(
    unique.map(({ kind, id }) => ({ kind, id })),
    undefined,
    relatedTo(unique, message),
  );
}

function byId(a: Subject, b: Subject): number {
  if (a.kind !== b.kind) return a.kind < b.kind ? -1 : 1;
  return a.id === b.id ? 0 : a.id < b.id ? -1 : 1;
}
