import type { Span } from '../../source/index.ts';
import { isBlank, startsIdentifier } from './characters.ts';
import type { Scanner } from './scanner.ts';

/** Where a body ends besides its closing brace. */
export interface BodyFrame {
  /** The offset of the opening brace; undefined for the file's own body. */
  readonly open: number | undefined;
  /** What it holds starts on the line of its opening brace: that is one argument, and the closing brace. */
  readonly single: boolean;
  /** The header's column, when lines tell where a block ends since its brace is missing; otherwise -1. */
  readonly column: number;
}

/** How often the whole text may be read again after problems; beyond, what was read with them is given up. */
const REREADS = 4;

/** What is remembered about problems during one pass over a file. */
export class Recovery {
  /** A block was open at the file's end, so that braces do not tell where blocks end. */
  missedBrace = false;
  reread = 0;
  private readonly byColumn: boolean;

  constructor(byColumn: boolean) {
    this.byColumn = byColumn;
  }

  frameOf(scanner: Scanner, header: number, open: number): BodyFrame {
    const lineStart = scanner.text.lastIndexOf('\n', header) + 1;
    const kind = scanner.peek();
    const single = kind !== 'newline' && kind !== '}' && kind !== 'end';
    return { open, single, column: this.byColumn ? columnOf(scanner.text, lineStart, header) : -1 };
  }

  /** By columns: does the current item stand where the block's header does, or further left? */
  endsByColumn(scanner: Scanner, frame: BodyFrame): boolean {
    const { kind, start, text } = scanner;
    if (frame.column < 0 || (kind !== 'identifier' && kind !== '}')) return false;
    const column = columnOf(text, text.lastIndexOf('\n', start - 1) + 1, start);
    return column >= 0 && (kind === '}' ? column < frame.column : column <= frame.column);
  }

  /** Reports a block without its closing brace. */
  unclosed(scanner: Scanner, header: Span): void {
    if (scanner.kind === 'end' && !scanner.givenUp) this.missedBrace = true;
    scanner.report('hcl/unclosed', 'This block is never closed by "}".', header);
  }
}

/** The column of the first thing on a line; -1 for what has something before it. */
function columnOf(text: string, lineStart: number, at: number): number {
  for (let i = lineStart; i < at; i++) if (!isBlank(text.charCodeAt(i))) return -1;
  return at - lineStart;
}

/**
 * Goes on after a broken item: at the next line that is not further right than the item and looks like
 * the start of another one, or like the end of the body.
 */
export function recover(scanner: Scanner, itemStart: number, recovery: Recovery): void {
  const { text } = scanner;
  const failedAt = Math.max(scanner.start, scanner.heredocEnd);
  const lineStart = text.lastIndexOf('\n', itemStart - 1) + 1;
  // What does not start as an item does says nothing of where items start.
  const column = startsIdentifier(text, itemStart) ? columnOf(text, lineStart, itemStart) : -1;
  let from = itemStart;
  if (scanner.heredocEnd > 0 || recovery.reread > REREADS * text.length) from = failedAt;
  scanner.heredocEnd = 0;
  let closed = false;
  for (let line = nextLine(text, from); line < text.length; line = nextLine(text, line)) {
    let at = line;
    while (isBlank(text.charCodeAt(at))) at++;
    const unit = text.charCodeAt(at);
    const indent = at - line;
    if (column >= 0 && indent > column) continue;
    if (unit === 125 && indent === column && !closed && text.lastIndexOf('{', line) > itemStart) {
      // The item's own brace; a second one at this column is somebody else's.
      closed = true;
      if (restIsEmpty(text, at + 1)) continue;
    }
    if (unit === 125 || looksLikeItem(text, at)) {
      recovery.reread += Math.max(0, failedAt - at);
      scanner.scan(at);
      return;
    }
  }
  scanner.scan(text.length);
}

function nextLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end + 1;
}

function restIsEmpty(text: string, from: number): boolean {
  let at = from;
  while (isBlank(text.charCodeAt(at))) at++;
  const unit = text.charCodeAt(at);
  return at >= text.length || unit === 10 || unit === 35 || unit === 47;
}

const ITEM = /^[\p{ID_Start}_][\p{ID_Continue}-]*(?:[ \t]*(?:=(?![=>])|[{"])|[ \t]+[\p{ID_Start}_])/u;

function looksLikeItem(text: string, at: number): boolean {
  return startsIdentifier(text, at) && ITEM.test(text.slice(at, at + 200));
}
