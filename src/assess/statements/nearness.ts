import type { Location } from '../../source/index.ts';
import type { DataDocument, Path } from '../../syntax/data/index.ts';
import type { Stated } from './list.ts';

/** A section of the plan is too much for what stands in it to belong together. */
const LEAST_STEPS = 2;

/** Those that have the name of the fact that a result is about; all of them where none has. */
export function sameFact(statements: readonly Stated[], fact: string): readonly Stated[] {
  const name = fact.split('.').findLast((step) => !/^\d+$/.test(step));
  const same = statements.filter(({ steps }) => steps.findLast((step) => typeof step === 'string') === name);
  return same.length > 0 ? same : statements;
}

/** Those in the smallest part of the plan that a place of the result stands in; all of them where none is in one. */
export function nearest(
  statements: readonly Stated[],
  result: { readonly location: Location; readonly related: readonly { readonly location: Location }[] },
  document: DataDocument,
): readonly Stated[] {
  const places = [result, ...result.related]
    .map(({ location }) => location)
    .filter(({ file }) => file.path === document.file.path);
  if (places.length === 0) return statements;
  const known = new Map<string, boolean>();
  const holds = (part: Path): boolean => {
    const key = JSON.stringify(part);
    const found = known.get(key) ?? isIn(places, document.locate(part, 'entry'));
    known.set(key, found);
    return found;
  };
  const depths = statements.map(({ steps }) => {
    for (let depth = steps.length - 1; depth >= LEAST_STEPS; depth--)
      if (holds(steps.slice(0, depth))) return depth;
    return 0;
  });
  const deepest = depths.reduce((most, depth) => Math.max(most, depth), 0);
  return statements.filter((_, index) => depths[index] === deepest);
}

function isIn(places: readonly Location[], { file, span }: Location): boolean {
  return places.some(
    (place) => place.file.path === file.path && place.span.start >= span.start && place.span.end <= span.end,
  );
}

/** Those that are about something of their own, an environment or a component; all of them where none is. */
export function ownOnly(statements: readonly Stated[]): readonly Stated[] {
  const own = statements.filter(
    ({ environment, component, item }) => (environment ?? component ?? item) !== undefined,
  );
  return own.length > 0 ? own : statements;
}

/** Do all stand in one item of a list, or in one mapping? */
export function sameHolder(statements: readonly Stated[]): boolean {
  return new Set(statements.map(({ steps }) => JSON.stringify(holderOf(steps)))).size <= 1;
}

function holderOf(steps: Path): Path {
  const item = steps.findLastIndex((step) => typeof step === 'number');
  return item < 0 ? steps.slice(0, -1) : steps.slice(0, item + 1);
}
