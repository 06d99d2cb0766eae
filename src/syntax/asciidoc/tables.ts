import type { Span } from '../../source/index.ts';
import { withoutBlanks, type Line } from '../prose/index.ts';
import type { BlockAttributes } from './attributes.ts';

/** What stands right before a bar, and says how the cell behind it is shown: `2+^.>s`. */
const SPECIFIER = /(?:^|\s)(?:(\d{1,3})(?:\.\d{1,3})?([+*]))?[<^>]?(?:\.[<^>])?[a-z]?$/;
const MAX_COLUMNS = 200;

/** The cells between the two lines of a table's delimiters, row by row. */
export function tableRows(
  text: string,
  lines: readonly Line[],
  attributes: BlockAttributes | undefined,
): readonly (readonly Span[])[] {
  const [first] = lines;
  if (!first) return [];
  const cells: Span[] = [];
  let inFirstLine = 0;
  const firstLine = lines.find(({ start, end }) => text.slice(start, end).trim() !== '') ?? first;
  let open: number | undefined;
  let extra = 0;
  const close = (at: number): void => {
    if (open === undefined) return;
    cells.push(withoutBlanks(text, open, at));
    for (let i = 0; i < extra; i++) cells.push({ start: at, end: at });
  };
  const end = lines.at(-1)?.end ?? first.end;
  for (let at = first.start; at < end; at++) {
    if (text[at] !== '|' || text[at - 1] === '\\') continue;
    const before = text.slice(Math.max(at - 20, open ?? first.start), at);
    const specifier = SPECIFIER.exec(before.slice(before.lastIndexOf('\n') + 1));
    close(at - (specifier ? specifier[0].trimStart().length : 0));
    // A cell over several columns leaves no room for those behind it.
    extra = specifier?.[2] === '+' ? Math.min(Number(specifier[1] ?? 1), MAX_COLUMNS) - 1 : 0;
    open = at + 1;
    if (at <= firstLine.end) inFirstLine += 1 + extra;
  }
  close(end);
  const columns = columnsOf(attributes?.named.get('cols')) ?? Math.max(inFirstLine, 1);
  const rows: Span[][] = [];
  for (let at = 0; at < cells.length; at += columns) rows.push(cells.slice(at, at + columns));
  return rows;
}

function columnsOf(cols: string | undefined): number | undefined {
  if (cols === undefined) return undefined;
  let count = 0;
  for (const part of cols.split(/[,;]/)) count += Number(/^\s*(\d{1,3})\*/.exec(part)?.[1] ?? 1);
  return Math.min(Math.max(count, 1), MAX_COLUMNS);
}
