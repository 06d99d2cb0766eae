import { compareLocations, type Location } from '../../source/index.ts';
import type { DataDocument } from '../../syntax/data/index.ts';
import type { Finding, Undecided } from '../report.ts';
import type { Judged } from './judged.ts';
import type { Stated } from './list.ts';
import { nearest, sameFact, sameHolder, ownOnly } from './nearness.ts';
import type { Scopes } from './scopes.ts';

type Result = Finding | Undecided;

/** The statements that a result on a subject is about. */
export type Belongs = (result: Result, judged: Judged) => ReadonlySet<Stated>;

interface Located {
  readonly statement: Stated;
  readonly location: Location;
}

/**
 * A result is about the statements that it points at. One that points at none of those that the rule holds is about what
 * stands nearest among those that are about its subject. Where several remain that have nothing to do with each other, a
 * violation is about none of them, as what the files have more than the plan says is, and an open question about all.
 */
export function belonging(held: readonly Located[], judged: Scopes<Judged>, document: DataDocument): Belongs {
  const known = new Map<Result, ReadonlySet<Stated>>();
  // Statements do not stand inside each other, so that those at a place follow each other.
  const byPlace = [...held].sort((one, other) => compareLocations(one.location, other.location));
  let bySubject: ReadonlyMap<Judged, readonly Stated[]> | undefined;
  const find = (result: Result, one: Judged): ReadonlySet<Stated> => {
    const pointed = pointedAt(byPlace, result);
    if (pointed.size > 0) return pointed;
    bySubject ??= candidates(held, judged);
    const about = bySubject.get(one) ?? [];
    const left = ownOnly(nearest(sameFact(about, result.fact), result, document));
    if (sameHolder(left)) return new Set(left);
    return new Set('message' in result ? [] : about);
  };
  return (result, one) => {
    const found = known.get(result) ?? find(result, one);
    known.set(result, found);
    return found;
  };
}

function candidates(
  held: readonly Located[],
  judged: Scopes<Judged>,
): ReadonlyMap<Judged, readonly Stated[]> {
  const found = new Map<Judged, Stated[]>();
  for (const { statement } of held)
    for (const one of judged.of(statement)) {
      const others = found.get(one) ?? [];
      others.push(statement);
      found.set(one, others);
    }
  return found;
}

/** Where a result is on a whole list that its fact is not, it is about the list, and not about each item of it. */
function pointedAt(byPlace: readonly Located[], result: Result): ReadonlySet<Stated> {
  const own = at(byPlace, result.location);
  const names = result.fact.split('.');
  const isAboutEach =
    sameHolder(own) || own.every(({ steps }) => steps.some((step) => names.includes(String(step))));
  return new Set([
    ...(isAboutEach ? own : []),
    ...result.related.flatMap(({ location }) => at(byPlace, location)),
  ]);
}

function at(byPlace: readonly Located[], location: Location): readonly Stated[] {
  const found: Stated[] = [];
  for (let index = firstFrom(byPlace, location); ; index++) {
    const one = byPlace[index];
    if (!one || !overlap(location, one.location)) return found;
    found.push(one.statement);
  }
}

/** The index of the first that does not end before a place begins. */
function firstFrom(sorted: readonly { readonly location: Location }[], place: Location): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const other = sorted[middle]?.location ?? place;
    const isBefore =
      other.file.path === place.file.path
        ? other.span.end <= place.span.start && other.span.start < place.span.start
        : other.file.path < place.file.path;
    if (isBefore) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** One of the two stands inside the other. */
function overlap({ file, span }: Location, other: Location): boolean {
  if (file.path !== other.file.path) return false;
  const inside = (a: Location['span'], b: Location['span']): boolean => a.start >= b.start && a.end <= b.end;
  return inside(span, other.span) || inside(other.span, span);
}
