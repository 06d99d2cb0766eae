import { placeOf, subjectsOf } from './columns.ts';
import { HEADINGS } from './headings.ts';

/** A part of the plan as Markdown may write it: its headings, and what its columns and definitions are called. */
export interface KnownSection {
  readonly path: string;
  readonly headings: readonly string[];
  readonly statements: readonly KnownStatement[];
}

interface KnownStatement {
  /** As docs/plan.md writes it, with `*` for the name of an environment. */
  readonly path: string;
  /** Compared without case, punctuation and plural endings. */
  readonly words: readonly string[];
}

/** All headings and words that the reader of Markdown knows. */
export function knownSections(): readonly KnownSection[] {
  return HEADINGS.map(({ path, headings }) => ({ path, headings, statements: statementsOf(path) }));
}

function statementsOf(path: string): readonly KnownStatement[] {
  const subjects = subjectsOf(path === '' ? [] : path.split('.'));
  if (!subjects) return [];
  const { home, focus, columns } = subjects;
  const byPlace = new Map<string, string[]>();
  for (const [words, column] of columns) {
    const own = column.home.join('.') === home.join('.');
    if (own && !column.identity && !focus.every((key, at) => column.keys[at] === key)) continue;
    const place = placeOf(column);
    byPlace.set(place, [...(byPlace.get(place) ?? []), words]);
  }
  return [...byPlace].map(([place, words]) => ({ path: place, words }));
}
