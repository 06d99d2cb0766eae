import type { Span } from '../../source/index.ts';
import type { Cursor } from './lines.ts';

/** Marks on one line beyond this are text: no document nests so deep, and each level costs. */
const MAX_DEPTH = 60;

interface List {
  readonly ordered: boolean;
  readonly items: Span[];
  /** The first line of the item that the list stands in. */
  readonly within: Span | undefined;
}

interface Item {
  readonly list: List;
  readonly place: Span;
  /** The bullet, or the character after the number. */
  readonly mark: string;
  /** Column from which on a line belongs to the item. */
  readonly content: number;
}

type Container = 'quote' | Item;

export interface Entered {
  readonly blank: boolean;
  /** Quotes and items that the line is inside of, by its marks and indentation. */
  readonly depth: number;
}

/** Quotes and lists: which of them a line is in, and the lists' items. */
export class Containers {
  readonly lists: List[] = [];
  /** The line just entered starts a quote or an item. */
  opened = false;
  #open: Container[] = [];
  #kept: Container[] = [];

  /** Moves the cursor behind the marks of quotes and items. */
  enter(cursor: Cursor, inParagraph: boolean, inFence: boolean): Entered {
    this.opened = false;
    let depth = 0;
    while (depth < this.#open.length && goesOn(this.#open[depth], cursor)) depth++;
    if (isBlank(cursor)) {
      // An item goes on after a blank line, a quote does not.
      const quote = this.#open.indexOf('quote', depth);
      if (quote !== -1) this.#open = this.#open.slice(0, quote);
      return { blank: true, depth: this.#open.length };
    }
    const closed = this.#open.slice(depth);
    this.#kept = this.#open.slice(0, depth);
    this.opened = !inFence && this.#openMore(cursor, closed[0], inParagraph);
    // A line of a paragraph may leave out the marks and the indentation.
    if (this.opened || !inParagraph) this.settle();
    return { blank: false, depth: this.#kept.length };
  }

  /** Leaves the containers that the line is not in: for every line but one that only goes on with a paragraph. */
  settle(): number {
    this.#open = this.#kept;
    return this.#open.length;
  }

  #openMore(cursor: Cursor, before: Container | undefined, inParagraph: boolean): boolean {
    let opened = false;
    while (this.#kept.length < MAX_DEPTH) {
      const start = { at: cursor.at, column: cursor.column };
      cursor.skipBlanks();
      const deep = cursor.column - start.column >= 4;
      if (!deep && cursor.peek() === '>') {
        skipQuote(cursor);
        this.#kept.push('quote');
      } else if (deep || !this.#openItem(cursor, opened ? undefined : before, inParagraph && !opened)) {
        Object.assign(cursor, start);
        return opened;
      }
      opened = true;
    }
    return opened;
  }

  #openItem(cursor: Cursor, before: Container | undefined, inParagraph: boolean): boolean {
    const rest = cursor.rest();
    const match = /^(?:([-+*])|(\d{1,9})([.)]))(?=[ \t]|$)/.exec(rest);
    const mark = match?.[1] ?? match?.[3];
    if (!match || mark === undefined || isBreak(rest)) return false;
    const previous = before === 'quote' ? undefined : before;
    // Within a paragraph only an item that has text, and number 1, begins a list.
    const begins = match[0].length < rest.trimEnd().length && (match[2] ?? '1') === '1';
    if (inParagraph && !previous && !begins) return false;
    const ordered = match[2] !== undefined;
    const place = { start: cursor.at, end: cursor.end };
    cursor.skip(match[0].length);
    const content = contentColumn(cursor);
    const same = previous?.mark === mark && previous.list.ordered === ordered;
    const within = this.#kept.findLast((container) => container !== 'quote')?.place;
    const list = same ? previous.list : { ordered, items: [], within };
    if (!same) this.lists.push(list);
    list.items.push(place);
    this.#kept.push({ list, place, mark, content });
    return true;
  }
}

/** Is the line in the container? Moves the cursor behind the mark or the indentation when it is. */
function goesOn(container: Container | undefined, cursor: Cursor): boolean {
  const start = { at: cursor.at, column: cursor.column };
  if (container === 'quote') {
    cursor.skipBlanks(cursor.column + 3);
    if (cursor.peek() === '>') {
      skipQuote(cursor);
      return true;
    }
  } else if (container) {
    if (isBlank(cursor)) return true;
    cursor.skipBlanks(container.content);
    if (cursor.column >= container.content) return true;
  }
  Object.assign(cursor, start);
  return false;
}

function skipQuote(cursor: Cursor): void {
  cursor.skip(1);
  cursor.skipBlanks(cursor.column + 1);
}

function isBlank(cursor: Cursor): boolean {
  return /^[ \t]*$/.test(cursor.rest());
}

/** Where an item's text starts: five blanks or more behind the mark are one blank and indented code. */
function contentColumn(cursor: Cursor): number {
  const behindMark = { at: cursor.at, column: cursor.column };
  cursor.skipBlanks();
  const wide = cursor.column - behindMark.column > 4 || cursor.at >= cursor.end;
  if (!wide) return cursor.column;
  Object.assign(cursor, behindMark);
  cursor.skipBlanks(behindMark.column + 1);
  return behindMark.column + 1;
}

/** `* * *` is a line across, not three items. */
function isBreak(rest: string): boolean {
  return /^(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,})$/.test(rest);
}
