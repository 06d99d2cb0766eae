import type { Span } from '../../source/index.ts';
import { withoutBlanks } from '../prose/index.ts';

/** Cells of a table, each without the blanks around it. */
export interface Table {
  /** The line of the paragraph that is the table's header. */
  readonly from: number;
  readonly header: readonly Span[];
  readonly rows: readonly (readonly Span[])[];
}

/** A wider table is nobody's, and every row costs as many cells. */
const MAX_COLUMNS = 100;

/** The table that a paragraph's lines are, as GitHub reads it: a header, a line of dashes with as many cells, rows. */
export function tableIn(text: string, lines: readonly Span[]): Table | undefined {
  for (const [at, line] of lines.entries()) {
    const before = lines[at - 1];
    if (!before || !isDelimiter(text.slice(line.start, line.end))) continue;
    const header = cellsOf(text, before);
    const columns = header.length;
    if (columns > MAX_COLUMNS || columns !== cellsOf(text, line).length) continue;
    const rows = lines.slice(at + 1).map((row) => filled(cellsOf(text, row), columns, row.end));
    return { from: at - 1, header, rows };
  }
  return undefined;
}

function isDelimiter(line: string): boolean {
  return line.includes('|') && line.includes('-') && !/[^\s|:-]/.test(line);
}

/** Rows have as many cells as the header: others are cut, or missing ones empty. */
function filled(cells: readonly Span[], columns: number, end: number): readonly Span[] {
  return Array.from({ length: columns }, (_, at) => cells[at] ?? { start: end, end });
}

function cellsOf(text: string, { start, end }: Span): readonly Span[] {
  const cells: Span[] = [];
  let from = start;
  for (let at = start; at < end; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === '|') {
      cells.push(withoutBlanks(text, from, at));
      from = at + 1;
    }
  }
  const last = withoutBlanks(text, from, end);
  // Bars at the ends of a line stand beside cells, not between them.
  if (last.end > last.start || cells.length === 0) cells.push(last);
  const [first] = cells;
  if (
    cells.length > 1 &&
    first &&
    first.start === first.end &&
    text.slice(start, end).trimStart().startsWith('|')
  )
    cells.shift();
  return cells;
}
