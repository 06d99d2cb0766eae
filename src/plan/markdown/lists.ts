import type { OutlineItem, Words } from '../../syntax/markdown/index.ts';
import { sayCell } from './cells.ts';
import { subjectsOf, type Column, type Subjects } from './vocabulary/columns.ts';
import { stepsTo, type Base, type Naming } from './place.ts';
import type { Saying } from './said.ts';
import { scalarOf } from './vocabulary/scalars.ts';
import type { Shape } from './vocabulary/shape.ts';
import { wordingOf } from './vocabulary/wording.ts';

/** A definition: "Owner: platform", "**RTO**: 4h". */
export interface Pair {
  readonly key: Words;
  readonly value: Words;
}

const KEY_LENGTH = 100;
/** What a name is explained by, where an entry has a property for that. */
const EXPLAINED_BY = ['description', 'role', 'meaning', 'measure'];
/** What is meant when a name is followed by a value alone. */
const MEANT: Readonly<Record<string, string>> = {
  'delivery.environments.*': 'strategy',
  'delivery.environments.*.rollback': 'rollback.mechanism',
  'delivery.environments.*.approvals': 'approvals.required',
  'resources.budget.monthly.*': 'limit',
};

/** The first colon with a blank behind it parts a key from its value; what is bold may end behind it. */
export function pairOf(words: Words): Pair | undefined {
  const { written } = words;
  const colon = /:(?=$|[\s*_])/.exec(written.slice(0, KEY_LENGTH))?.index ?? -1;
  if (colon <= 0 || written.slice(0, colon).includes('`') || written.slice(0, colon).includes('['))
    return undefined;
  const marks = /^(?:\*\*|__|\*|_)?/.exec(written.slice(colon + 1))?.[0].length ?? 0;
  const open = /^(?:\*\*|__|\*|_)?/.exec(written)?.[0].length ?? 0;
  const close = /(?:\*\*|__|\*|_)?$/.exec(written.slice(0, colon))?.[0].length ?? 0;
  const key = words.part(open, colon - close);
  return key.text === '' ? undefined : { key, value: words.part(colon + 1 + marks) };
}

/** Says what a definition states of an entry or object; false when its key is not known there. */
export function sayPair(
  saying: Saying,
  subjects: Subjects,
  pair: Pair,
  naming: Naming | undefined,
  base: Base,
): boolean {
  const { words, unit } = wordingOf(pair.key.text);
  const column = subjects.columns.get(words);
  if (!column || column.identity || (subjects.identity !== undefined && !naming)) return false;
  sayCell(saying, {
    path: pathOf(column, naming, base),
    shape: column.shape,
    words: pair.value,
    unit,
    key: pair.key,
  });
  return true;
}

function pathOf({ home, keys }: Column, naming: Naming | undefined, base: Base): ReturnType<typeof stepsTo> {
  return [...stepsTo(home, naming, base), ...keys.map((key) => ({ key }))];
}

/** Reads the entries of a list under a section; gives those that were not understood. */
export function readList(
  saying: Saying,
  section: { readonly path: readonly string[]; readonly shape: Shape },
  items: readonly OutlineItem[],
  naming: Naming | undefined,
  base: Base,
): readonly OutlineItem[] {
  const { path, shape } = section;
  const subjects = subjectsOf(path);
  if (
    shape.type === 'list' &&
    (shape.item.type === 'scalar' || (shape.item.type === 'object' && shape.item.orText))
  )
    return items.filter(
      ({ words }) => !sayValue(saying, shape, words, stepsTo(path, undefined, base).slice(0, path.length)),
    );
  if (!subjects) return items;
  if (naming || subjects.identity === undefined) {
    if (shape.type === 'list' && !naming)
      return items.filter((item) => !readEntry(saying, subjects, item, base));
    return items.filter((item) => !readPair(saying, section, subjects, item, naming, base));
  }
  return items.filter((item) => !readNamed(saying, section, subjects, item, base));
}

/** A value of a list of values, which may be explained behind a colon. */
function sayValue(
  saying: Saying,
  shape: Extract<Shape, { type: 'list' }>,
  words: Words,
  path: ReturnType<typeof stepsTo>,
): boolean {
  const pair = pairOf(words);
  const { item } = shape;
  const linked = words.targets.length > 0 || words.code.length > 0;
  const reference = item.type !== 'scalar' || item.of === 'reference' || item.of === 'path';
  if (reference && !linked) return false;
  const value = !reference && pair ? pair.key : words;
  if (item.type === 'scalar' && !reference && scalarOf(value.text, item, '') === undefined) return false;
  return sayCell(saying, { path, shape: reference ? LINKS : { type: 'list', item }, words: value, unit: '' });
}

const LINKS: Shape = { type: 'list', item: { type: 'scalar', of: 'reference', choices: [] } };

/** "Key: value" of one entry or object; a key alone has its values, or its own keys, in the list below it. */
function readPair(
  saying: Saying,
  section: { readonly path: readonly string[] },
  subjects: Subjects,
  { words, items }: OutlineItem,
  naming: Naming | undefined,
  base: Base,
): boolean {
  const pair = pairOf(words);
  const value = pair?.value.text ?? '';
  if (pair && value !== '') return sayPair(saying, subjects, pair, naming, base);
  const key = wordingOf((pair?.key ?? words).text).words;
  const column = subjects.columns.get(key);
  if (column?.shape.type !== 'list' || items.length === 0) return false;
  const path = pathOf(column, naming, base);
  const states = items.map((item) =>
    sayCell(saying, { path, shape: column.shape, words: item.words, unit: '', key: words }),
  );
  return states.length > 0 && section.path.length > 0;
}

/** An entry without a name of its own: its definitions are a list below it, or stand in it. */
function readEntry(saying: Saying, subjects: Subjects, { words, items }: OutlineItem, base: Base): boolean {
  if (items.length === 0) return false;
  const naming: Naming = { entry: saying.entries++, at: words };
  const pairs = [pairOf(words), ...items.map((item) => pairOf(item.words))];
  return pairs.filter((pair) => pair && sayPair(saying, subjects, pair, naming, base)).length > 0;
}

/** An entry that starts with its name: alone, explained, or with its definitions below it. */
function readNamed(
  saying: Saying,
  section: { readonly path: readonly string[] },
  subjects: Subjects,
  { words, items }: OutlineItem,
  base: Base,
): boolean {
  const pair = pairOf(words);
  const name = pair?.key ?? words;
  const value = pair && pair.value.text !== '' ? pair.value : undefined;
  const wide = name.text.split(' ').length > 4 || /[.!?]$/.test(name.text);
  const meant = value && meantBy(section.path, subjects, value);
  const inside = items
    .flatMap((item) => pairOf(item.words) ?? [])
    .filter(({ key }) => isKnown(subjects, key));
  if (name.text === '' || wide || (value ? !meant : inside.length === 0 && !isName(subjects, words)))
    return false;
  const naming: Naming = { words: name };
  saying.said.push({ path: stepsTo(subjects.home, naming, base), value: undefined, at: name.location.span });
  if (value && meant)
    sayCell(saying, {
      path: pathOf(meant, naming, base),
      shape: meant.shape,
      words: value,
      unit: '',
      key: name,
    });
  for (const one of inside) sayPair(saying, subjects, one, naming, base);
  return true;
}

function isKnown({ columns }: Subjects, key: Words): boolean {
  return columns.has(wordingOf(key.text).words);
}

/** Words that stand alone name an entry only when a name is all that it needs, and when they can be no sentence. */
function isName({ entry, identity, columns }: Subjects, { text, written }: Words): boolean {
  if (entry.type !== 'object' || identity !== 'name') return false;
  const kind = entry.properties.get('kind');
  const [first = ''] = text.toLowerCase().split(/[^a-z]/, 1);
  const needed = entry.required.filter((key) => key !== 'name' && !(key === 'kind' && columns.has('kind')));
  if (needed.length > 0) return false;
  if (entry.required.includes('kind')) return kind?.type === 'scalar' && kind.choices.includes(first);
  return !text.includes(' ') || /^(?:\*\*[^*]+\*\*|`[^`]+`)$/.test(written);
}

/** What a value alone says of the one that is named before it. */
function meantBy(
  path: readonly string[],
  { home, columns, entry }: Subjects,
  value: Words,
): Column | undefined {
  const all = [...columns.values()];
  const place = MEANT[path.join('.')] ?? MEANT[home.join('.')];
  const wanted = place !== undefined ? [place] : EXPLAINED_BY;
  if (entry.type === 'object' && entry.required.includes('due')) wanted.unshift('due');
  const found = wanted.flatMap(
    (keys) =>
      all.find((column) => column.home.join() === home.join() && column.keys.join('.') === keys) ?? [],
  );
  return found.find(({ shape, keys }) => {
    if (shape.type !== 'scalar') return false;
    return scalarOf(value.text, shape, keys.at(-1) ?? '') !== undefined;
  });
}
