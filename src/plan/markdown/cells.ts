import type { Words } from '../../syntax/markdown/index.ts';
import { shortOf } from './vocabulary/columns.ts';
import { notUnderstood, type Saying, type Step } from './said.ts';
import { scalarOf, thresholdOf } from './vocabulary/scalars.ts';
import type { Scalar, Shape } from './vocabulary/shape.ts';

/** What says that there is nothing. */
const NOTHING: ReadonlySet<string> = new Set(['', '-', '–', '—', 'n/a', 'not applicable']);

interface Cell {
  readonly path: readonly Step[];
  readonly shape: Shape;
  readonly words: Words;
  /** What the header says in parentheses. */
  readonly unit: string;
  readonly key?: Words;
}

/** Says what a cell or a list's entry states for its place; false when nothing of it was understood. */
export function sayCell(saying: Saying, cell: Cell): boolean {
  const { shape, words } = cell;
  if (NOTHING.has(words.text.toLowerCase()) && words.targets.length === 0) return true;
  if (shape.type === 'scalar') return sayScalar(saying, cell, shape, words, cell.path);
  if (shape.type !== 'list') return false;
  const { item } = shape;
  if (item.type === 'scalar' && (item.of === 'reference' || item.of === 'path'))
    return sayReferences(saying, cell, item);
  let all = true;
  for (const part of partsOf(words)) {
    const entry = oneMore(saying, cell.path, part);
    if (item.type === 'scalar') all = sayScalar(saying, cell, item, part, entry) && all;
    else if (item.type === 'object') all = sayShort(saying, cell, item, part, entry) && all;
  }
  return all;
}

function sayReferences(saying: Saying, cell: Cell, item: Scalar): boolean {
  const references = referencesIn(cell.words, item);
  if (references.length === 0) return failed(saying, cell, item);
  for (const reference of references)
    sayText(saying, cell, reference, oneMore(saying, cell.path, cell.words));
  return true;
}

/** An entry of which only one thing is told: a service by its name, a copy by its region. */
function sayShort(
  saying: Saying,
  cell: Cell,
  item: Extract<Shape, { type: 'object' }>,
  words: Words,
  path: readonly Step[],
): boolean {
  if (item.orText)
    return sayScalar(saying, cell, { type: 'scalar', of: 'reference', choices: [] }, words, path);
  const key = shortOf(item);
  const shape = key === undefined ? undefined : item.properties.get(key);
  if (key === undefined || shape?.type !== 'scalar')
    return failed(saying, cell, { type: 'scalar', of: 'text', choices: [] });
  return sayScalar(saying, cell, shape, words, [...path, { key }]);
}

function sayScalar(saying: Saying, cell: Cell, shape: Scalar, words: Words, path: readonly Step[]): boolean {
  if (shape.of === 'reference' || shape.of === 'path') {
    const [reference, ...others] = referencesIn(words, shape);
    if (reference === undefined || others.length > 0) return failed(saying, { ...cell, words }, shape);
    return sayText(saying, cell, reference, path, words);
  }
  const key = keyOf(path);
  if (shape.of === 'threshold') return sayThreshold(saying, cell, path.slice(0, -1));
  const read = scalarOf(words.text, shape, key, cell.unit);
  if (!read) return failed(saying, { ...cell, words }, shape, key);
  saying.said.push({
    path,
    value: read.value,
    at: words.location.span,
    ...(cell.key && { key: cell.key.location.span }),
  });
  if (read.currency !== undefined) {
    const currency = [{ key: 'resources' }, { key: 'budget' }, { key: 'currency' }];
    saying.said.push({ path: currency, value: read.currency, at: words.location.span });
  }
  return true;
}

function sayThreshold(saying: Saying, cell: Cell, path: readonly Step[]): boolean {
  const threshold = thresholdOf(cell.words.text);
  if (!threshold) return failed(saying, cell, { type: 'scalar', of: 'threshold', choices: [] });
  const at = cell.words.location.span;
  saying.said.push({ path: [...path, { key: threshold.key }], value: threshold.value, at });
  if (threshold.unit !== undefined)
    saying.said.push({ path: [...path, { key: 'unit' }], value: threshold.unit, at });
  return true;
}

function sayText(saying: Saying, cell: Cell, value: string, path: readonly Step[], words = cell.words): true {
  saying.said.push({
    path,
    value,
    at: words.location.span,
    ...(cell.key && { key: cell.key.location.span }),
  });
  return true;
}

/** The key that a path ends at; entries of a list are of the kind that the list's key tells. */
function keyOf(path: readonly Step[]): string {
  const last = path.findLast((step) => 'key' in step);
  return last && 'key' in last ? last.key : '';
}

function oneMore(saying: Saying, path: readonly Step[], { location }: Words): readonly Step[] {
  return [...path, { entry: saying.entries++, at: location.span }];
}

/** Paths in a text: where its links lead, else its code, else words that can be nothing but a path. */
export function referencesIn(words: Words, { of }: Pick<Scalar, 'of'>): readonly string[] {
  if (words.targets.length > 0) return words.targets;
  if (words.code.length > 0) return words.code;
  const written = words.text.split(/[,;]\s*/).filter((part) => part !== '');
  const isPath = (part: string): boolean => !/\s/.test(part) && (of === 'path' || /[/.#]/.test(part));
  return written.every(isPath) ? written : [];
}

/** Parts of a cell that lists things: by commas, semicolons and line breaks. */
export function partsOf(words: Words): readonly Words[] {
  const parts: Words[] = [];
  let start = 0;
  for (const { 0: mark, index } of words.written.matchAll(/[,;]|<br ?\/?>/gi)) {
    parts.push(words.part(start, index));
    start = index + mark.length;
  }
  parts.push(words.part(start));
  return parts.filter(({ text }) => text !== '');
}

function failed(saying: Saying, { words }: Cell, shape: Scalar, key = ''): false {
  notUnderstood(saying, words.location, words.text, wantedOf(shape, key));
  return false;
}

function wantedOf({ of, choices }: Scalar, key: string): string {
  if (choices.length > 0) return `Write one of ${choices.join(', ')}.`;
  switch (of) {
    case 'boolean':
      return 'Write yes or no.';
    case 'date':
      return 'Write a day as 2026-12-07 or 7 December 2026.';
    case 'duration':
      return 'Write a length of time as 90m, 4 hours, 30 days or daily.';
    case 'number':
      if (key === 'limit' || key === 'estimate') return 'Write an amount as 4500, 4,500.00 or EUR 4500.';
      return /days$/i.test(key) ? 'Write a number of days: 30 days.' : 'Write a number.';
    case 'reference':
    case 'path':
      return 'Write one link, or a path in back-ticks.';
    case 'threshold':
      return 'Write a direction, a number and a unit: > 5 %, > 500 ms, < 1.';
    case 'name':
    case 'text':
      return 'Write one value.';
  }
}
