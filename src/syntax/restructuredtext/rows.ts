import { withoutBlanks, type Line } from '../prose/index.ts';

/** A line without the blanks at its end. */
export interface Row extends Line {
  /** Without those at its start, too. */
  readonly text: string;
  /** Where its text starts; -1 for a blank line. */
  readonly indent: number;
}

export function rowOf(text: string, { start, end }: Line): Row {
  const span = withoutBlanks(text, start, end);
  if (span.end === span.start) return { start, end: span.end, text: '', indent: -1 };
  return { start, end: span.end, text: text.slice(span.start, span.end), indent: span.start - start };
}

/** Without the blank lines before and behind. */
export function withoutBlankEnds(rows: readonly Row[]): readonly Row[] {
  const first = rows.findIndex(({ indent }) => indent >= 0);
  const last = rows.findLastIndex(({ indent }) => indent >= 0);
  return first < 0 ? [] : rows.slice(first, last + 1);
}
