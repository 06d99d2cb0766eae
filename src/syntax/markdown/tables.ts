import type { Span } from '../../source/index.ts';
import { withoutBlanks } from '../prose/index.ts';

/** The cells of a table that a paragraph's lines are, row by row, without the line of dashes; undefined for other text. */
export function tableIn(text: string, lines: readonly Span[]): readonly (readonly Span[])[] | undefined {
  const [head, dashes] = lines;
  if (!head || !dashes) return undefined;
  const hasBar = ({ start, end }: Span): boolean => text.slice(start, end).includes('|');
  if (!hasBar(head) || !hasBar(dashes)) return undefined;
  if (!cellsIn(text, dashes).every(({ start, end }) => /^:?-+:?$/.test(text.slice(start, end))))
    return undefined;
  return lines.filter((each) => each !== dashes).map((each) => cellsIn(text, each));
}

function cellsIn(text: string, line: Span): Span[] {
  const cells: Span[] = [];
  let start = line.start;
  for (let at = line.start; at <= line.end; at++) {
    if (at < line.end && text[at] === '\\') at++;
    else if (at === line.end || text[at] === '|') {
      cells.push(withoutBlanks(text, start, at));
      start = at + 1;
    }
  }
  const isEmpty = (cell: Span | undefined): boolean => cell !== undefined && cell.start === cell.end;
  // Bars at the ends of the line stand around its cells.
  if (isEmpty(cells[0])) cells.shift();
  if (isEmpty(cells.at(-1))) cells.pop();
  return cells;
}
