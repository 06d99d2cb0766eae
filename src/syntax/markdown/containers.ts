import type { Span } from '../../source/index.ts';
import type { Cursor } from './lines.ts';

/** Marks on one line beyond this are text: no document nests so deep, and each level costs. */
const MAX_MARKS = 60;

interface OpenItem {
  readonly list: { readonly ordered: boolean; readonly items: Span[] };
  /** The bullet, or the character after the number. */
  readonly mark: string;
  readonly quotes: number;
  /** Column from which on a line belongs to the item. */
  readonly content: number;
}

export interface Entered {
  readonly blank: boolean;
  /** Quotes and items that the line is inside of. */
  readonly depth: number;
}

/** Quotes and lists: which of them a line is in, and the lists' items. */
export class Containers {
  readonly lists: { readonly ordered: boolean; readonly items: Span[] }[] = [];
  /** The line just entered starts an item. */
  openedItem = false;
  #open: OpenItem[] = [];
  #kept: OpenItem[] = [];
  #quotes = 0;

  /** Moves the cursor behind the marks of quotes and items. */
  enter(cursor: Cursor, inParagraph: boolean, inFence: boolean): Entered {
    this.openedItem = false;
    const quotes = skipQuotes(cursor, inFence ? this.#quotes : MAX_MARKS);
    const lazy = inParagraph && quotes < this.#quotes;
    if (!lazy) this.#quotes = quotes;
    const from = { at: cursor.at, column: cursor.column };
    cursor.skipBlanks();
    if (cursor.at >= cursor.end) return { blank: true, depth: this.#depth() };
    const indent = cursor.column;
    const kept = this.#open.filter((item) => item.quotes <= this.#quotes && indent >= item.content);
    const closed = this.#open.slice(kept.length);
    Object.assign(cursor, from);
    if (inFence) {
      this.#open = kept;
      cursor.skipBlanks(kept.at(-1)?.content ?? 0);
      return { blank: false, depth: this.#depth() };
    }
    cursor.skipBlanks(Math.max(from.column, kept.at(-1)?.content ?? 0));
    const opened = this.#openItems(cursor, kept, closed, inParagraph && !lazy);
    this.#kept = kept;
    if (opened || !inParagraph) this.#open = kept;
    this.openedItem = opened;
    return { blank: false, depth: this.#depth() };
  }

  /** Leaves the items that the line is not indented for: only a line that goes on with a paragraph may stay. */
  settle(): number {
    this.#open = this.#kept;
    return this.#depth();
  }

  #openItems(cursor: Cursor, kept: OpenItem[], closed: readonly OpenItem[], inParagraph: boolean): boolean {
    let opened = false;
    for (let marks = 0; marks < MAX_MARKS; marks++) {
      const base = cursor.column;
      const before = { at: cursor.at, column: cursor.column };
      cursor.skipBlanks();
      const rest = cursor.rest();
      const match = /^(?:([-+*])|(\d{1,9})([.)]))(?=[ \t]|$)/.exec(rest);
      const mark = match?.[1] ?? match?.[3];
      const interrupts =
        !inParagraph || opened || closed.length > 0 || (rest.length > 2 && (match?.[2] ?? '1') === '1');
      if (!match || mark === undefined || cursor.column - base >= 4 || !interrupts || isBreak(rest)) {
        Object.assign(cursor, before);
        return opened;
      }
      this.#openItem(
        cursor,
        kept,
        opened ? undefined : closed[0],
        match[0].length,
        mark,
        match[2] !== undefined,
      );
      opened = true;
    }
    return opened;
  }

  #openItem(
    cursor: Cursor,
    kept: OpenItem[],
    before: OpenItem | undefined,
    length: number,
    mark: string,
    ordered: boolean,
  ): void {
    const item = { start: cursor.at, end: cursor.end };
    cursor.skip(length);
    const afterMark = cursor.column;
    const place = { at: cursor.at, column: cursor.column };
    cursor.skipBlanks();
    // Five blanks or more are one blank and indented code; an empty item counts one.
    const wide = cursor.column - afterMark > 4 || cursor.at >= cursor.end;
    const content = wide ? afterMark + 1 : cursor.column;
    if (wide) {
      Object.assign(cursor, place);
      cursor.skipBlanks(content);
    }
    const same = before?.mark === mark && before.quotes === this.#quotes && before.list.ordered === ordered;
    const list = same ? before.list : { ordered, items: [] };
    if (!same) this.lists.push(list);
    list.items.push(item);
    kept.push({ list, mark, quotes: this.#quotes, content });
  }

  #depth(): number {
    return this.#quotes + this.#open.length;
  }
}

function skipQuotes(cursor: Cursor, most: number): number {
  let quotes = 0;
  while (quotes < most) {
    const { at, column } = cursor;
    cursor.skipBlanks(column + 3);
    if (cursor.peek() !== '>') {
      Object.assign(cursor, { at, column });
      break;
    }
    cursor.skip(1);
    cursor.skipBlanks(cursor.column + 1);
    quotes++;
  }
  return quotes;
}

/** `* * *` is a line across, not three items. */
function isBreak(rest: string): boolean {
  return /^(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,})$/.test(rest);
}
