import { purposeOf } from '../../model/index.ts';
import type { OutlineBlock, Words } from '../../syntax/markdown/index.ts';
import { partsOf, referencesIn, sayCell } from './cells.ts';
import type { Column, Subjects } from './vocabulary/columns.ts';
import { environmentColumn, environmentsIn, stepsIn } from './own.ts';
import { stepsTo, type Base, type Naming } from './place.ts';
import { leftOut, type Saying } from './said.ts';
import { wordingOf } from './vocabulary/wording.ts';

export type TableBlock = Extract<OutlineBlock, { type: 'table' }>;

interface Header {
  readonly column: Column;
  readonly unit: string;
  readonly words: Words;
}

/** How many columns of a table are those of such subjects; none when a row would not tell what it is about. */
export function understoodColumns(subjects: Subjects, { header }: TableBlock): number {
  const found = header.flatMap((cell) => headerOf(subjects, cell)?.column ?? []);
  const { entry, identity } = subjects;
  const states = (key: string): boolean => found.some(({ keys }) => keys.join('.') === key);
  const required = entry.type === 'object' && identity !== '*' ? entry.required : [];
  const titled = states('title') || found.some((column) => column.identity);
  const whole = required.every((key) => states(key) || (titled && (key === 'id' || key === 'path')));
  return whole && (identity === undefined || titled) ? found.length : 0;
}

function headerOf(subjects: Subjects, words: Words): Header | undefined {
  const { words: wording, unit } = wordingOf(words.text);
  const column = subjects.columns.get(wording);
  return column && { column, unit, words };
}

/** Reads a table whose rows are entries; false when it is none. */
export function readRows(saying: Saying, subjects: Subjects, table: TableBlock, base: Base): boolean {
  const headers = table.header.map((words) => headerOf(subjects, words));
  const named = namingColumn(subjects, table, headers);
  if (subjects.identity !== undefined && named < 0) return false;
  if (headers.every((header) => header === undefined)) return false;
  const apart = environmentColumn(subjects, table, headers);
  for (const row of table.rows) {
    const [first] = row;
    if (!first || row.every(({ text }) => text === '')) continue;
    const name = named < 0 ? undefined : row[named];
    if (name?.text === '') continue;
    const namings = name
      ? partsOf(name).map((words) => ({ words }))
      : [{ entry: saying.entries++, at: first }];
    for (const naming of namings)
      for (const own of environmentsIn(row[apart]))
        readRow(saying, subjects, headers, row, naming, base, own);
  }
  const unread = table.header.filter(
    (words, at) => !headers[at] && at !== named && at !== apart && words.text !== '',
  );
  tellUnread(saying, unread, 'columns');
  return true;
}

/** Which column tells what a row is about: the one that is called so, or the first where nothing stands above it. */
function namingColumn(
  { identity }: Subjects,
  { header }: TableBlock,
  headers: readonly (Header | undefined)[],
): number {
  if (identity === undefined) return -1;
  const named = headers.findIndex((one) => one?.column.identity);
  if (named >= 0) return named;
  // A milestone without an id is called by its title.
  const titled = identity === 'id' ? headers.findIndex((one) => one?.column.keys.join() === 'title') : -1;
  return titled < 0 && header[0]?.text === '' ? 0 : titled;
}

function readRow(
  saying: Saying,
  subjects: Subjects,
  headers: readonly (Header | undefined)[],
  row: readonly Words[],
  naming: Naming,
  base: Base,
  environment: Words | undefined,
): void {
  const at = ('words' in naming ? naming.words : naming.at).location.span;
  const own = stepsIn(environment, subjects.home, stepsTo(subjects.home, naming, base));
  if (subjects.identity !== undefined) saying.said.push({ path: own, value: undefined, at });
  for (const [index, header] of headers.entries()) {
    const words = row[index];
    if (!header || !words || header.column.identity) continue;
    const { home, keys, shape } = header.column;
    const steps = stepsIn(environment, home, stepsTo(home, naming, base));
    const path = [...steps, ...keys.map((key) => ({ key }))];
    sayCell(saying, { path, shape, words, unit: header.unit, key: header.words });
  }
  sayLink(saying, subjects, headers, row, own);
}

/** The title of a document is often the link to it. */
function sayLink(
  saying: Saying,
  { entry }: Subjects,
  headers: readonly (Header | undefined)[],
  row: readonly Words[],
  own: ReturnType<typeof stepsTo>,
): void {
  if (entry.type !== 'object' || !entry.orText) return;
  const key = entry.properties.has('path') ? 'path' : 'reference';
  if (headers.some((header, at) => header?.column.keys[0] === key && row[at]?.text !== '')) return;
  const words = row[headers.findIndex((header) => header?.column.keys[0] === 'title')];
  const [link, ...others] = words ? referencesIn(words, { of: 'reference' }) : [];
  if (words && link !== undefined && others.length === 0)
    saying.said.push({ path: [...own, { key }], value: link, at: words.location.span });
}

/** Reads a table that has a column for each environment; false when it is none. */
export function readTransposed(saying: Saying, subjects: Subjects, table: TableBlock, base: Base): boolean {
  const names = table.header.slice(1);
  const known = table.rows.filter(([first]) => first && subjects.columns.has(wordingOf(first.text).words));
  const speaksOf = names.some(
    ({ text }) => purposeOf(text) !== undefined && !subjects.columns.has(wordingOf(text).words),
  );
  if (known.length === 0 || !speaksOf) return false;
  for (const words of names) {
    if (words.text === '') continue;
    saying.said.push({
      path: stepsTo(subjects.home, { words }, base),
      value: undefined,
      at: words.location.span,
    });
  }
  for (const [first, ...cells] of known) {
    const header = first && headerOf(subjects, first);
    if (!header || header.column.identity) continue;
    const { home, keys, shape } = header.column;
    for (const [at, words] of cells.entries()) {
      const name = names[at];
      if (!name || name.text === '') continue;
      const path = [...stepsTo(home, { words: name }, base), ...keys.map((key) => ({ key }))];
      sayCell(saying, { path, shape, words, unit: header.unit, key: header.words });
    }
  }
  tellUnread(
    saying,
    table.rows.flatMap((row) => (known.includes(row) ? [] : (row[0] ?? []))),
    'rows',
  );
  return true;
}

/** Reads a table of two columns as keys and values of one entry; false when it has no key that is known. */
export function readPairs(
  saying: Saying,
  subjects: Subjects,
  table: TableBlock,
  naming: Naming | undefined,
  base: Base,
): boolean {
  if (table.header.length !== 2) return false;
  const rows = [table.header, ...table.rows];
  const known = rows.filter(([key]) => key && subjects.columns.has(wordingOf(key.text).words));
  for (const [key, words] of known) {
    const header = key && headerOf(subjects, key);
    if (!header || !words || header.column.identity) continue;
    const { home, keys, shape } = header.column;
    const path = [...stepsTo(home, naming, base), ...keys.map((one) => ({ key: one }))];
    sayCell(saying, { path, shape, words, unit: header.unit, key: header.words });
  }
  if (known.length === 0) return false;
  tellUnread(
    saying,
    table.rows.flatMap((row) => (known.includes(row) ? [] : (row[0] ?? []))),
    'rows',
  );
  return true;
}

/** Says which parts of a table nobody knows: they may be for people only. */
export function tellUnread(saying: Saying, unread: readonly Words[], what: 'columns' | 'rows'): void {
  const [first] = unread.filter(({ text }) => text !== '');
  if (!first) return;
  const names = unread.slice(0, 5).map(({ text }) => `"${text.slice(0, 40)}"`);
  const listed = `${names.join(', ')}${unread.length > 5 ? ', …' : ''}`;
  leftOut(
    saying,
    'plan/unread',
    first.location,
    `${unread.length === 1 ? `The ${what.slice(0, -1)} ${listed} is` : `The ${what} ${listed} are`} not read as statements of the plan.`,
    'docs/plan-markdown.md lists the words that are known.',
  );
}
