import type { Location, Range } from '../../source/index.ts';
import { cutLine } from './cut-line.ts';
import type { Redactions } from './redaction.ts';

/** Source lines around a place, ready to be shown: visible text, tabs expanded, long lines cut around the mark. */
export type Excerpt = readonly (ExcerptLine | ExcerptGap)[];

export interface ExcerptLine {
  readonly number: number;
  readonly text: string;
  /** The marked stretch as offsets into `text`; never empty. Absent on lines that are only context. */
  readonly mark?: { readonly start: number; readonly end: number };
}

/** Lines left out of a long place. */
interface ExcerptGap {
  readonly skipped: number;
}

export interface ExcerptOptions {
  /** Columns for the text of a line. */
  readonly width: number;
  readonly redactions: Redactions;
}

const HEAD_LINES = 4;
const TAIL_LINES = 2;

/** The lines of a place with one line of context on each side. */
export function excerptOf(location: Location, options: ExcerptOptions): Excerpt {
  const { file, span } = location;
  const range = trimEnd(location, file.rangeOf(span));
  const { start, end } = range;
  const hidden = options.redactions.get(file) ?? [];
  const show = (number: number): ExcerptLine => {
    const raw = file.lineText(number);
    const marked = number >= start.line && number <= end.line;
    const mark = marked ? columnsOn(range, number, raw) : undefined;
    const masked = hidden.flatMap((place) => columnsWithin(place, number, raw.length));
    return { number, ...cutLine(raw, { mark, masked, width: options.width }) };
  };
  const lines: (ExcerptLine | ExcerptGap)[] = [];
  if (start.line > 1 && file.lineText(start.line - 1).trim() !== '') lines.push(show(start.line - 1));
  const long = end.line - start.line + 1 > HEAD_LINES + TAIL_LINES + 1;
  for (let number = start.line; number <= end.line; number++) {
    if (long && number === start.line + HEAD_LINES) {
      const next = end.line - TAIL_LINES + 1;
      lines.push({ skipped: next - number });
      number = next;
    }
    lines.push(show(number));
  }
  const after = end.line + 1;
  if (after <= file.lineCount && file.lineText(after).trim() !== '') lines.push(show(after));
  return lines;
}

/** A place that ends at the start of a line ends, for the eye, at the end of the line before. */
function trimEnd({ file }: Location, range: Range): Range {
  const { start, end } = range;
  if (end.column > 1 || end.line <= start.line) return range;
  const line = end.line - 1;
  return { start, end: { line, column: file.lineText(line).length + 1 } };
}

/** The part of a range on one line, 0-based; on lines after the first without the indentation. */
function columnsOn({ start, end }: Range, line: number, text: string): { start: number; end: number } {
  const indent = text.length - text.trimStart().length;
  return {
    start: line === start.line ? start.column - 1 : Math.min(indent, text.length),
    end: line === end.line ? end.column - 1 : text.trimEnd().length,
  };
}

function columnsWithin(
  { start, end }: Range,
  line: number,
  length: number,
): { start: number; end: number }[] {
  if (line < start.line || line > end.line) return [];
  return [
    { start: line === start.line ? start.column - 1 : 0, end: line === end.line ? end.column - 1 : length },
  ];
}
