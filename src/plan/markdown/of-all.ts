import type { Context } from './place.ts';
import type { Pair } from './lists.ts';
import type { Said, Saying, Step } from './said.ts';
import { scalarOf } from './vocabulary/scalars.ts';
import { wordingOf } from './vocabulary/wording.ts';

/** Objectives that plans often state once for the whole system, and the kinds of components that have none. */
const OBJECTIVES: ReadonlyMap<string, { readonly key: string; readonly not: readonly string[] }> = new Map([
  ['rto', { key: 'rto', not: ['external'] }],
  ['recovery time objective', { key: 'rto', not: ['external'] }],
  // Only what holds data can lose some.
  ['rpo', { key: 'rpo', not: ['external', 'service', 'cache', 'queue'] }],
  ['recovery point objective', { key: 'rpo', not: ['external', 'service', 'cache', 'queue'] }],
]);

/** "RTO: 4h" below "Disaster recovery": an objective of every component. False when it is nothing of that kind. */
export function sayOfAll(saying: Saying, { path }: Pick<Context, 'path'>, pair: Pair | undefined): boolean {
  const section = path?.join('.');
  if (!pair || (section !== 'recovery' && section !== 'recovery.objectives')) return false;
  const { words, unit } = wordingOf(pair.key.text);
  const objective = OBJECTIVES.get(words);
  const read =
    objective &&
    scalarOf(pair.value.text, { type: 'scalar', of: 'duration', choices: [] }, objective.key, unit);
  if (!objective || typeof read?.value !== 'string') return false;
  const before = saying.ofAll.filter((one) => one.key === objective.key);
  // A second value contradicts the first, and a third tells nothing new.
  if (before.length > 1 || before.some((one) => one.value === read.value)) return true;
  saying.ofAll.push({
    ...objective,
    value: read.value,
    at: pair.value.location.span,
    word: pair.key.location.span,
  });
  return true;
}

/** A component that is named somewhere in the plan. */
export interface NamedComponent {
  readonly name: string;
  readonly kind: string;
}

/** The statements of the whole system, for each component that they can be true of and that has none of its own. */
export function saidOfAll({ said, ofAll }: Saying, components: readonly NamedComponent[]): readonly Said[] {
  const own = new Set(said.flatMap(({ path }) => ownObjective(path) ?? []));
  return ofAll.flatMap(({ key, not, value, at, word }) =>
    components
      .filter(({ name, kind }) => !not.includes(kind) && !own.has(`${key} ${name.toLowerCase()}`))
      .map(({ name }): Said => {
        const home: Step[] = [
          { key: 'recovery' },
          { key: 'objectives' },
          { named: name, by: 'component', at },
        ];
        return { path: [...home, { key }], value, at, key: word };
      }),
  );
}

function ownObjective(path: readonly Step[]): string | undefined {
  const [section, list, entry, last] = path;
  if (!section || !list || !entry || !last || !('key' in section) || !('key' in list) || !('key' in last))
    return undefined;
  if (section.key !== 'recovery' || list.key !== 'objectives' || !('named' in entry)) return undefined;
  return `${last.key} ${entry.named.toLowerCase()}`;
}
