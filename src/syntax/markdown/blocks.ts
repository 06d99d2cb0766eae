import type { Span } from '../../source/index.ts';
import { linesOf } from '../prose/index.ts';
import { Containers } from './containers.ts';
import { Cursor } from './lines.ts';

/** What the lines of a document are; text with inline marks is given as the spans of its lines. */
export type Block =
  | { readonly type: 'paragraph'; readonly lines: readonly Span[] }
  | { readonly type: 'heading'; readonly level: number; readonly lines: readonly Span[]; readonly span: Span }
  | { readonly type: 'code'; readonly language: string; readonly lines: readonly Span[]; readonly span: Span }
  | { readonly type: 'html'; readonly span: Span }
  | { readonly type: 'definition'; readonly target: Span };

export interface ListBlock {
  readonly ordered: boolean;
  /** The first line of each item, from its mark. */
  readonly items: Span[];
  /** The first line of the item that the list stands in. */
  readonly within: Span | undefined;
}

interface Fence {
  readonly mark: string;
  readonly indent: number;
  readonly language: string;
  readonly start: number;
  readonly depth: number;
  readonly lines: Span[];
}

/** Html that ends with this text, or with a blank line. */
interface HtmlBlock {
  readonly until: RegExp | undefined;
  readonly start: number;
  end: number;
}

const FENCE = /^(?:(`{3,})([^`]*)|(~{3,})(?!~)(.*))$/;
const ATX = /^(#{1,6})(?:[ \t]+|$)/;
const THEMATIC_BREAK = /^(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$/;
const DEFINITION =
  /^\[(?:[^[\]\\]|\\.){1,999}\]:[ \t]*(<[^<>]*>|[^\s<]\S*)(?:[ \t]+(?:"[^"]*"|'[^']*'|\([^()]*\)))?[ \t]*$/;
const HTML_WHOLE = /^<(?:script|pre|style|textarea)(?:[\s>]|$)/i;
const HTML_TAG_ALONE = /^<\/?[a-z][a-z0-9-]*(?:\s[^<>]*)?\/?>[ \t]*$/i;
const HTML_BLOCK_TAG =
  /^<\/?(?:address|article|aside|base|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|menuitem|nav|noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead|title|tr|track|ul)(?:[\s/>]|$)/i;

/** Splits a text into blocks in one pass over its lines; each line is looked at once, whatever is in it. */
export class BlockScanner {
  readonly blocks: Block[] = [];
  readonly #text: string;
  readonly #containers: Containers = new Containers();
  #paragraph: Span[] = [];
  #fence: Fence | undefined;
  #html: HtmlBlock | undefined;
  #indented: Span[] = [];
  #indentedStart = 0;

  constructor(text: string) {
    this.#text = text;
    for (const line of linesOf(text)) this.#line(new Cursor(text, line));
    this.#closeAll();
  }

  get lists(): readonly ListBlock[] {
    return this.#containers.lists;
  }

  #line(cursor: Cursor): void {
    const lineStart = cursor.at;
    const { blank, depth } = this.#containers.enter(
      cursor,
      this.#paragraph.length > 0,
      this.#fence !== undefined,
    );
    if (this.#fence && depth < this.#fence.depth) this.#closeFence(lineStart);
    if (this.#fence) {
      this.#fenceLine(this.#fence, cursor);
      return;
    }
    if (this.#html) {
      this.#htmlLine(this.#html, cursor, blank);
      return;
    }
    if (blank) {
      this.#closeParagraph();
      if (this.#indented.length > 0) this.#indented.push({ start: cursor.end, end: cursor.end });
      return;
    }
    if (this.#containers.opened) this.#closeText();
    const base = cursor.column;
    const start = cursor.at;
    cursor.skipBlanks(base + 4);
    const code = { start: cursor.at, end: cursor.end };
    cursor.skipBlanks();
    if (cursor.column - base >= 4 && this.#paragraph.length === 0) {
      if (this.#indented.length === 0) this.#indentedStart = start;
      this.#indented.push(code);
      return;
    }
    this.#closeIndented();
    this.#blockStart(cursor);
  }

  #blockStart(cursor: Cursor): void {
    const rest = cursor.rest();
    const span = { start: cursor.at, end: cursor.end };
    const fence = FENCE.exec(rest);
    if (fence) {
      this.#closeParagraph();
      const mark = fence[1] ?? fence[3] ?? '';
      const language =
        (fence[2] ?? fence[4] ?? '')
          .trim()
          .split(/[\s,{]/, 1)[0]
          ?.toLowerCase() ?? '';
      const depth = this.#containers.settle();
      this.#fence = { mark, indent: cursor.column, language, start: cursor.at, depth, lines: [] };
      return;
    }
    const atx = ATX.exec(rest);
    if (atx?.[1] !== undefined) {
      this.#closeParagraph();
      this.#containers.settle();
      const text = trimmed(this.#text, span.start + atx[0].length, span.end);
      this.blocks.push({ type: 'heading', level: atx[1].length, lines: [text], span });
      return;
    }
    if (this.#paragraph.length > 0 && /^(?:=+|-+)[ \t]*$/.test(rest)) {
      this.#setext(rest, cursor.end);
      return;
    }
    if (THEMATIC_BREAK.test(rest)) {
      this.#containers.settle();
      this.#closeParagraph();
      return;
    }
    if (rest.startsWith('<') && this.#htmlStart(rest, cursor)) return;
    const definition = this.#paragraph.length === 0 ? DEFINITION.exec(rest) : null;
    if (definition?.[1] !== undefined) {
      const start = cursor.at + rest.indexOf(definition[1], rest.indexOf(']:') + 2);
      const bracketed = definition[1].startsWith('<') ? 1 : 0;
      const end = start + definition[1].length;
      this.blocks.push({ type: 'definition', target: { start: start + bracketed, end: end - bracketed } });
      return;
    }
    this.#paragraph.push(span);
  }

  #setext(rest: string, end: number): void {
    const lines = this.#paragraph;
    this.#paragraph = [];
    const start = lines[0]?.start ?? end;
    this.blocks.push({ type: 'heading', level: rest.startsWith('=') ? 1 : 2, lines, span: { start, end } });
  }

  #fenceLine(fence: Fence, cursor: Cursor): void {
    const from = cursor.column;
    const start = cursor.at;
    cursor.skipBlanks();
    const rest = cursor.rest().trimEnd();
    const closes = cursor.column - Math.min(from, fence.indent) < 4 || from >= cursor.column - 3;
    if (closes && rest.length >= fence.mark.length && isRunOf(rest, fence.mark)) {
      this.#closeFence(cursor.end);
      return;
    }
    fence.lines.push({
      start: Math.min(cursor.at, start + Math.max(0, fence.indent - from)),
      end: cursor.end,
    });
  }

  #closeFence(end: number): void {
    const fence = this.#fence;
    if (!fence) return;
    this.#fence = undefined;
    const span = { start: fence.start, end };
    this.blocks.push({ type: 'code', language: fence.language, lines: fence.lines, span });
  }

  #htmlStart(rest: string, cursor: Cursor): boolean {
    let until: RegExp | undefined;
    if (rest.startsWith('<!--')) until = /-->/;
    else if (HTML_WHOLE.test(rest)) until = /<\/(?:script|pre|style|textarea)>/i;
    else if (/^<[?!]/.test(rest)) until = />/;
    else if (!HTML_BLOCK_TAG.test(rest) && (this.#paragraph.length > 0 || !HTML_TAG_ALONE.test(rest)))
      return false;
    this.#closeParagraph();
    this.#containers.settle();
    this.#html = { until, start: cursor.at, end: cursor.end };
    if (until?.test(until.source === '-->' ? rest.slice(4) : rest)) this.#closeHtml();
    return true;
  }

  #htmlLine(html: HtmlBlock, cursor: Cursor, blank: boolean): void {
    if (html.until === undefined && blank) {
      this.#closeHtml();
      return;
    }
    html.end = cursor.end;
    if (html.until?.test(cursor.rest())) this.#closeHtml();
  }

  #closeHtml(): void {
    if (this.#html)
      this.blocks.push({ type: 'html', span: { start: this.#html.start, end: this.#html.end } });
    this.#html = undefined;
  }

  #closeParagraph(): void {
    if (this.#paragraph.length > 0) this.blocks.push({ type: 'paragraph', lines: this.#paragraph });
    this.#paragraph = [];
  }

  #closeIndented(): void {
    const lines = this.#indented;
    while (lines.length > 0 && lines.at(-1)?.start === lines.at(-1)?.end) lines.pop();
    const last = lines.at(-1);
    this.#indented = [];
    if (!last) return;
    this.blocks.push({
      type: 'code',
      language: '',
      lines,
      span: { start: this.#indentedStart, end: last.end },
    });
  }

  #closeText(): void {
    this.#closeParagraph();
    this.#closeIndented();
  }

  #closeAll(): void {
    this.#closeText();
    this.#closeHtml();
    this.#closeFence(this.#text.length);
  }
}

function isRunOf(text: string, mark: string): boolean {
  for (const char of text) if (char !== mark[0]) return false;
  return true;
}

/** Without blanks around it and the `#`s that may close a heading. */
function trimmed(text: string, start: number, end: number): Span {
  const blank = (at: number): boolean => text[at] === ' ' || text[at] === '\t';
  while (end > start && blank(end - 1)) end--;
  let close = end;
  while (close > start && text[close - 1] === '#') close--;
  if (close < end && (close === start || blank(close - 1))) end = close;
  while (end > start && blank(end - 1)) end--;
  return { start, end };
}
