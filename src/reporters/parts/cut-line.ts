import { isSimple } from './simple.ts';
import { visible } from './visible.ts';
import { charactersOf, displayWidth } from './width.ts';

interface Stretch {
  readonly start: number;
  readonly end: number;
}

export interface CutOptions {
  /** What is marked: offsets into the raw line. */
  readonly mark: Stretch | undefined;
  /** What must not be shown. */
  readonly masked: readonly Stretch[];
  readonly width: number;
}

/** A character of the raw line as it will be shown. */
interface Cell extends Stretch {
  readonly text: string;
  readonly width: number;
}

const TAB = 4;
const MASK = '••••••';
const ELLIPSIS = '…';
/** So many times the width of a line are looked at on either side of a mark, since a character may have several units. */
const MARGIN = 3;

/** One raw line as it is shown, and where the mark falls in that text. */
export function cutLine(raw: string, options: CutOptions): { text: string; mark?: Stretch } {
  const { mark, masked, width } = options;
  if (masked.length === 0 && isShownAsItIs(raw, options)) return markShown(raw, mark);
  const margin = MARGIN * width;
  const from = wholeCharacter(raw, Math.max(0, (mark?.start ?? 0) - margin));
  const to = wholeCharacter(raw, Math.min(raw.length, (mark?.start ?? 0) + 2 * margin));
  const cells = cellsOf(raw.slice(from, to), from, masked);
  const [first, last] = windowOf(cells, mark, width, { before: from > 0, after: to < raw.length });
  const shown = cells.slice(first, last);
  const head = first > 0 || from > 0 ? ELLIPSIS : '';
  const tail = last < cells.length || to < raw.length ? ELLIPSIS : '';
  const text = head + shown.map((cell) => cell.text).join('') + tail;
  if (!mark) return { text: text.trimEnd() };
  return markIn(shown, mark, head, text);
}

function markIn(
  shown: readonly Cell[],
  mark: Stretch,
  head: string,
  text: string,
): { text: string; mark: Stretch } {
  let offset = head.length;
  let start: number | undefined;
  let end: number | undefined;
  for (const cell of shown) {
    if (start === undefined && cell.end > mark.start) start = offset;
    offset += cell.text.length;
    if (cell.start < mark.end && cell.end > mark.start) end = offset;
  }
  start ??= offset;
  return markedText(text, start, end ?? start);
}

/**
 * Most lines are shown as they are, and a report shows thousands of them. What stands behind the mark need not be told
 * apart, if only it fits: no unit of a text takes more than two columns.
 */
function isShownAsItIs(raw: string, { mark, width }: CutOptions): boolean {
  if (raw.length > width) return false;
  if (isSimple(raw)) return true;
  const wide = raw.replaceAll(/[\x20-\x7e]/g, '').length;
  return (
    raw.length + wide <= width && isSimple(raw.slice(0, mark ? mark.end + 1 : 0)) && visible(raw) === raw
  );
}

function markShown(raw: string, mark: Stretch | undefined): { text: string; mark?: Stretch } {
  if (!mark) return { text: raw.trimEnd() };
  const start = Math.min(mark.start, raw.length);
  return markedText(raw, start, Math.max(start, Math.min(mark.end, raw.length)));
}

function markedText(text: string, start: number, end: number): { text: string; mark: Stretch } {
  if (end > start)
    return { text: text.trimEnd().length >= end ? text.trimEnd() : text.slice(0, end), mark: { start, end } };
  // An empty place still gets a mark, under the character that follows it.
  const padded = text.length > start ? text : `${text} `;
  return { text: padded, mark: { start, end: start + 1 } };
}

function cellsOf(raw: string, from: number, masked: readonly Stretch[]): readonly Cell[] {
  const cells: Cell[] = [];
  let column = 0;
  for (const { text, index } of charactersOf(raw)) {
    const start = from + index;
    const end = start + text.length;
    const mask = masked.find((stretch) => start < stretch.end && end > stretch.start);
    const previous = cells.at(-1);
    if (mask && previous?.text === MASK && start > mask.start) {
      cells[cells.length - 1] = { ...previous, end };
      continue;
    }
    const shown = mask ? MASK : text === '\t' ? ' '.repeat(TAB - (column % TAB)) : visible(text);
    const width = displayWidth(shown);
    cells.push({ text: shown, width, start, end });
    column += width;
  }
  return cells;
}

/** Which cells fit: the whole line if it does, else a window with the start of the mark well inside. */
function windowOf(
  cells: readonly Cell[],
  mark: Stretch | undefined,
  width: number,
  cut: { readonly before: boolean; readonly after: boolean },
): readonly [number, number] {
  if (widthOf(cells) + Number(cut.before) + Number(cut.after) <= width) return [0, cells.length];
  const room = Math.max(1, width - 2);
  const first = mark ? firstInWindow(cells, mark, room, cut.before) : 0;
  let last = first;
  let used = 0;
  for (const cell of cells.slice(first)) {
    if (used + cell.width > room) break;
    used += cell.width;
    last++;
  }
  return [first, last];
}

function firstInWindow(cells: readonly Cell[], mark: Stretch, room: number, cutBefore: boolean): number {
  const found = cells.findIndex((cell) => cell.end > mark.start);
  let first = found < 0 ? cells.length : found;
  const markWidth = widthOf(cells.filter((cell) => cell.end > mark.start && cell.start < mark.end));
  if (!cutBefore && widthOf(cells.slice(0, first)) + markWidth <= room) return 0;
  let budget = Math.max(0, Math.floor((room - markWidth) / 2));
  for (let cell = cells[first - 1]; cell && cell.width <= budget; cell = cells[first - 1]) {
    budget -= cell.width;
    first--;
  }
  return first;
}

function widthOf(cells: readonly Cell[]): number {
  return cells.reduce((sum, { width }) => sum + width, 0);
}

/** Never between the two halves of a surrogate pair. */
function wholeCharacter(text: string, index: number): number {
  const unit = text.charCodeAt(index);
  return unit >= 0xdc00 && unit <= 0xdfff && index > 0 ? index - 1 : index;
}
