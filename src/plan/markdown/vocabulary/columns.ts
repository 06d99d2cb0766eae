import { identityOf, PLAN, shapeAt, type Shape } from './shape.ts';
import { wordingOf, wordsOfKey } from './wording.ts';
import columns from './columns.json' with { type: 'json' };
import shared from './shared.json' with { type: 'json' };

/** A place that a column, or the key of a list's entry, stands for. */
export interface Column {
  /** The list, mapping or object that it belongs to. */
  readonly home: readonly string[];
  /** From an entry of the home to the place; empty for the name of an entry of a mapping. */
  readonly keys: readonly string[];
  readonly shape: Shape;
  /** How it is called when people are told to write it. */
  readonly title: string;
  /** It names the entry that the row is about. */
  readonly identity: boolean;
}

/** What a table or list speaks of: a list, a mapping by environment, or one object. */
export interface Subjects {
  readonly home: readonly string[];
  /** Keys below an entry that the section is about: `rollback` of each environment. */
  readonly focus: readonly string[];
  readonly entry: Shape;
  /** The key by which entries are told apart; `*` for the key of a mapping. */
  readonly identity: string | undefined;
  readonly columns: ReadonlyMap<string, Column>;
}

const NAME: Shape = { type: 'scalar', of: 'name', choices: [] };
const WORDS: ReadonlyMap<string, readonly string[]> = new Map(Object.entries(columns));
const known = new Map<string, Subjects>();

/** The subjects of a section by its path; undefined for a section that is a single value. */
export function subjectsOf(path: readonly string[]): Subjects | undefined {
  const key = path.join('.');
  const before = known.get(key);
  if (before) return before;
  const shape = path.length === 0 ? PLAN : shapeAt(path);
  const subjects = shape && read(path, shape);
  if (subjects) known.set(key, subjects);
  return subjects;
}

function read(path: readonly string[], shape: Shape): Subjects | undefined {
  const star = path.indexOf('*');
  const map = shape.type === 'map' ? [...path, '*'] : star < 0 ? undefined : path.slice(0, star + 1);
  if (map) {
    const entry = shapeAt(map);
    return entry && withColumns(map, star < 0 ? [] : path.slice(star + 1), entry, '*');
  }
  if (shape.type === 'list' && shape.item.type === 'object')
    return withColumns(path, [], shape.item, identityOf(shape.item));
  return shape.type === 'object'
    ? withColumns(path, [], path.length > 0 ? shape : scalarsOf(shape), undefined)
    : undefined;
}

/** What says that it is a plan belongs into front matter: "Kind: internal" speaks of something else. */
const NOT_SAID: ReadonlySet<string> = new Set(['$schema', 'apiVersion', 'kind']);

/** What the plan says of itself; all else has a section of its own. */
function scalarsOf(plan: Extract<Shape, { type: 'object' }>): Shape {
  const own = [...plan.properties].filter(([key, { type }]) => type === 'scalar' && !NOT_SAID.has(key));
  return { ...plan, properties: new Map(own) };
}

function withColumns(
  home: readonly string[],
  focus: readonly string[],
  entry: Shape,
  identity: string | undefined,
): Subjects {
  const found = new Map<
    string,
    { readonly column: Column; readonly rank: number; readonly again: boolean }
  >();
  const offer = (words: string, column: Column, rank: number): void => {
    const other = found.get(words);
    if (other === undefined || rank < other.rank) found.set(words, { column, rank, again: false });
    else if (rank === other.rank && placeOf(other.column) !== placeOf(column))
      found.set(words, { ...other, again: true });
  };
  if (identity === '*')
    for (const words of ['name', ...(WORDS.get(home.join('.')) ?? [])])
      offer(
        wordingOf(words).words,
        { home, keys: [], shape: NAME, title: titleOf(home, []), identity: true },
        0,
      );
  for (const { keys, shape } of placesIn(entry, [])) {
    const inFocus = focus.every((key, at) => keys[at] === key);
    const column = { home, keys, shape, title: titleOf(home, keys), identity: keys.join('.') === identity };
    const far = (inFocus ? 0 : 20) + keys.length;
    offer(wordsOfKey(keys.at(-1) ?? ''), column, far);
    if (keys.length > 1) offer(keys.map(wordsOfKey).join(' '), column, far);
    for (const words of WORDS.get([...home, ...keys].join('.')) ?? [])
      offer(wordingOf(words).words, column, far);
  }
  for (const [place, words] of sharedWith(home))
    for (const each of words) offerShared(place, each, home, offer);
  const clear = [...found]
    .filter(([, { again }]) => !again)
    .map(([words, { column }]) => [words, column] as const);
  return { home, focus, entry, identity, columns: new Map(clear) };
}

/** Columns that belong elsewhere, to what has the same name: a recovery objective in the table of components. */
function sharedWith(
  home: readonly string[],
): readonly (readonly [place: string, words: readonly string[]])[] {
  const group = shared.find(({ sections }) => sections.includes(home.join('.')));
  return Object.entries(group?.columns ?? {}).filter(([place]) => !place.startsWith(`${home.join('.')}.`));
}

/** The place of the plan that a column states, in dots. */
export const placeOf = ({ home, keys }: Column): string => [...home, ...keys].join('.');

/** A title as people write it: the first of the known words, or the key's own. */
function titleOf(home: readonly string[], keys: readonly string[]): string {
  const words =
    WORDS.get([...home, ...keys].join('.'))?.[0] ??
    (keys.at(-1) ?? 'name').replace(/([a-z])([A-Z])/g, '$1 $2');
  return words.slice(0, 1).toUpperCase() + words.slice(1).toLowerCase();
}

function offerShared(
  place: string,
  words: string,
  home: readonly string[],
  offer: (words: string, column: Column, rank: number) => void,
): void {
  const group = shared.find(({ sections }) => sections.includes(home.join('.')));
  const other = group?.sections.find((section) => place.startsWith(`${section}.`));
  const shape = shapeAt(place.split('.'));
  if (other === undefined || !shape) return;
  const keys = place.slice(other.length + 1).split('.');
  const title = titleOf(other.split('.'), keys);
  offer(wordingOf(words).words, { home: other.split('.'), keys, shape, title, identity: false }, 40);
}

/** Places below an entry that a cell can fill: values, lists of values, and lists of what one value tells. */
function placesIn(
  shape: Shape,
  above: readonly string[],
): readonly { readonly keys: readonly string[]; readonly shape: Shape }[] {
  if (shape.type !== 'object' || above.length > 4) return [];
  return [...shape.properties].flatMap(([key, inner]) => {
    const keys = [...above, key];
    if (inner.type === 'object') return placesIn(inner, keys);
    if (inner.type === 'map') return [];
    if (inner.type === 'list' && inner.item.type === 'object' && shortOf(inner.item) === undefined) return [];
    return [{ keys, shape: inner }];
  });
}

/** The property that says enough of an object when nothing else is said. */
export function shortOf(item: Shape): string | undefined {
  if (item.type !== 'object') return undefined;
  if (item.required.length > 1) return undefined;
  return item.required[0] ?? [...item.properties.keys()][0];
}
