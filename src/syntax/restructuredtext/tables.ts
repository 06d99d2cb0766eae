import type { Span } from '../../source/index.ts';
import { withoutBlanks, type Line } from '../prose/index.ts';

const GRID = /^\+(?:[-=]+\+)+$/;
const SIMPLE = /^=+(?: +=+)+$/;

/** A line that a table starts with. */
export function startsTable(line: string): 'grid' | 'simple' | undefined {
  return GRID.test(line) ? 'grid' : SIMPLE.test(line) ? 'simple' : undefined;
}

/** The cells of a grid table, row by row: the first line of each. */
export function gridRows(text: string, lines: readonly Line[]): readonly (readonly Span[])[] {
  const rows: Span[][] = [];
  let row: Span[] | undefined;
  for (const line of lines) {
    const { start, end } = withoutBlanks(text, line.start, line.end);
    if (text[start] !== '|') {
      row = undefined;
      continue;
    }
    // Further lines of a row are read as text, and tell no cells.
    if (row) continue;
    row = [];
    let open = start + 1;
    for (let at = open; at < end; at++) {
      if (text[at] !== '|') continue;
      row.push(withoutBlanks(text, open, at));
      open = at + 1;
    }
    rows.push(row);
  }
  return rows;
}

/** The cells of a simple table, whose first line tells the columns. */
export function simpleRows(text: string, lines: readonly Line[]): readonly (readonly Span[])[] {
  const [first, ...rest] = lines;
  if (!first) return [];
  const columns = [...text.slice(first.start, first.end).matchAll(/=+/g)].map(({ index }) => index);
  return rest
    .filter(({ start, end }) => !/^[=\s-]*$/.test(text.slice(start, end)))
    .map((line) =>
      columns.map((column, i) => {
        const from = Math.min(line.start + column, line.end);
        return withoutBlanks(text, from, Math.min(line.start + (columns[i + 1] ?? Infinity), line.end));
      }),
    );
}
