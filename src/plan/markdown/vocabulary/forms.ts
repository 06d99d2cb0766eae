import { subjectsOf } from './columns.ts';
import type { Shape } from './shape.ts';

const MOST = 8;

/** What form the statements of a section should take, for people who wrote prose. */
export function formOf(path: readonly string[], shape: Shape): string {
  if (shape.type === 'list' && shape.item.type === 'scalar') {
    if (shape.item.choices.length > 0) return `List them: ${shape.item.choices.join(', ')}.`;
    return 'List them, one an entry.';
  }
  if (shape.type === 'scalar') return 'Write numbered steps, or a link to the document that has them.';
  if (shape.type === 'list' && shape.item.type === 'object' && shape.item.orText)
    return 'List links to the documents.';
  const subjects = subjectsOf(path);
  if (!subjects) return 'docs/plan-markdown.md tells what is read.';
  const titles = [...new Set(columnTitles(path))];
  const first = `${titles.slice(0, MOST).join(', ')}${titles.length > MOST ? ', …' : ''}`;
  if (subjects.identity !== undefined || shape.type === 'list')
    return `State it as a table with the columns ${first}.`;
  if (titles.length === 0) return 'Use a heading for each of its parts; docs/plan-markdown.md lists them.';
  return `State it as a list of definitions, "${titles[0] ?? ''}: …", or in its parts: ${first}.`;
}

/** How the columns of a section are called: what tells entries apart first, then as the schema has them. */
export function columnTitles(path: readonly string[]): readonly string[] {
  const subjects = subjectsOf(path);
  if (!subjects) return [];
  const { columns, focus, home } = subjects;
  const titles = new Map<string, string>();
  for (const { home: of, keys, identity, title } of columns.values()) {
    const shown = identity || focus.every((key, at) => keys[at] === key);
    if (shown && of.join('.') === home.join('.')) titles.set(identity ? '' : keys.join('.'), title);
  }
  const first = titles.get('');
  titles.delete('');
  return [...(first === undefined ? [] : [first]), ...titles.values()];
}
