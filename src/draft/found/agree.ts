import { note, scalar, type Remark, type Scalar } from '../text/node.ts';
import { placeOf } from '../text/render.ts';
import type { Located } from './subjects.ts';

/**
 * One value where all places say the same; where they do not, a remark that names what says what. Undefined when nothing
 * says anything.
 */
export function agreed<T extends Scalar['value']>(
  what: string,
  values: readonly (Located<T> | undefined)[],
  how?: string,
): Scalar | Remark | undefined {
  const said = values.filter((value) => value !== undefined);
  const groups = groupByValue(said);
  const [first] = groups;
  if (!first) return undefined;
  if (groups.size === 1)
    return scalar(
      first[0],
      first[1].map(({ at }) => at),
      how,
    );
  return disagreement(what, said);
}

/** A remark on what the files say in several ways, each with a place. */
export function disagreement<T extends Scalar['value']>(what: string, values: readonly Located<T>[]): Remark {
  return note(`the files say several things on ${what}: ${saidBy(values)}.`);
}

/** The same of things of which there may well be several, while a plan states one. */
export function several<T extends Scalar['value']>(what: string, values: readonly Located<T>[]): Remark {
  return note(`the files have several ${what}: ${saidBy(values)}. State the one that is meant.`);
}

function saidBy<T>(values: readonly Located<T>[]): string {
  const said = [...groupByValue(values)].map(
    ([value, [place]]) => `${String(value)}${place ? ` in ${placeOf(place.at)}` : ''}`,
  );
  const shown = said.slice(0, 6);
  return [...shown, ...(said.length > shown.length ? [`${said.length - shown.length} more`] : [])].join('; ');
}

function groupByValue<T>(values: readonly Located<T>[]): ReadonlyMap<T, readonly Located<T>[]> {
  const groups = new Map<T, Located<T>[]>();
  for (const value of values) {
    const group = groups.get(value.value);
    if (group) group.push(value);
    else groups.set(value.value, [value]);
  }
  return groups;
}
