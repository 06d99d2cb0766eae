import type { SourceFile, Span } from '../../source/index.ts';
import {
  joinLines,
  linesOf,
  Parts,
  tooLarge,
  withoutBlanks,
  withoutFrontMatter,
  type Line,
  type ProseDocument,
} from '../prose/index.ts';
import { blockAttributes, resolved, sectionId, type Attributes, type BlockAttributes } from './attributes.ts';
import { delimiterOf, isBoundary, isShown, underlineLevel, VERBATIM, type Delimiter } from './delimiters.ts';
import { imageTarget, readInline } from './inline.ts';
import { itemStart, Lists } from './lists.ts';
import { tableRows } from './tables.ts';

const ATTRIBUTE = /^:(!?)(\w[\w-]*)(!?):(?:\s(.*))?$/;
const TITLE = /^(={1,6}|#{1,6})\s+(?=\S)/;
const BLOCK_MACRO = /^(image|video|audio|include)::([^[\]]{1,1000})\[[^[\]]{0,1000}\]$/;
const CONDITION = /^(?:ifdef|ifndef|ifeval|endif)::[^[\]]*\[/;
/** Reads an AsciiDoc file. Whatever is in it: what is not read is told by a diagnostic of the document. */
export function parseAsciidoc(file: SourceFile): ProseDocument {
  const large = tooLarge(file, 'asciidoc');
  if (large) return large;
  const reader = new AsciidocReader(file);
  reader.read();
  return reader.parts.document('asciidoc');
}

class AsciidocReader {
  readonly parts: Parts;
  readonly #text: string;
  readonly #lines: readonly Line[];
  readonly #lists: Lists;
  readonly #attributes: Attributes = new Map();
  readonly #ids = new Map<string, number>();
  #at = 0;
  #paragraph: Span[] = [];
  #pending: BlockAttributes | undefined;
  #names: string[] = [];
  #blank = true;
  #attached = false;
  #level = 1;

  constructor(file: SourceFile) {
    this.parts = new Parts(file);
    this.#text = withoutFrontMatter(file.text);
    this.#lines = [...linesOf(this.#text)];
    this.#lists = new Lists(file, this.parts.lists);
  }

  read(): void {
    while (this.#at < this.#lines.length) {
      const line = this.#lines[this.#at++];
      if (!line) continue;
      this.#line(withoutBlanksAtEnd(this.#text, line));
      this.#blank = this.#trimmedLine(this.#at - 1) === '';
    }
    this.#closeParagraph();
  }

  #line(line: Line): void {
    const text = this.#text.slice(line.start, line.end);
    if (text === '') {
      this.#closeParagraph();
      return;
    }
    if (this.#verbatim(text, line) || this.#unseen(text, line)) return;
    if (this.#paragraph.length === 1 && this.#underlined(text, line)) return;
    if (this.#beforeBlock(text, line) || this.#heading(text, line) || this.#item(text, line)) return;
    if (isBoundary(text)) {
      this.#closeParagraph();
      this.#attached = text === '+';
      this.#pending = undefined;
      return;
    }
    if (this.#paragraph.length === 0) this.#startText(text);
    if (this.#paragraph.length === 0 && /^\s/.test(text) && !this.#pending) {
      this.#literal(line);
      return;
    }
    this.#paragraph.push(line);
  }

  /** A paragraph or block behind a blank line that is not attached ends the list before it. */
  #startText(text: string): void {
    if (this.#blank && !this.#attached && !/^\s/.test(text)) this.#lists.close();
    this.#attached = false;
  }

  /** Blocks whose lines are not AsciiDoc, to the line that ends them, or the end of the file. */
  #verbatim(text: string, line: Line): boolean {
    const delimiter = delimiterOf(text, this.#pending?.style ?? '');
    if (!delimiter) return false;
    // A title may be underlined by as many signs as it has.
    if (this.#paragraph.length === 1 && this.#underlined(text, line)) return true;
    this.#closeParagraph();
    const from = this.#at;
    while (this.#at < this.#lines.length && this.#trimmedLine(this.#at) !== delimiter.closing) this.#at++;
    const inside = this.#lines.slice(from, this.#at++);
    const end = this.#lines[Math.min(this.#at, this.#lines.length) - 1]?.end ?? line.end;
    this.#block(delimiter, inside, { start: line.start, end });
    return true;
  }

  #block({ kind, bars, language }: Delimiter, inside: readonly Line[], span: Span): void {
    if (kind === 'comment') {
      this.parts.comments.push(this.parts.piece(span));
      return;
    }
    this.#startText('');
    if (kind === 'table') this.#table(bars, inside);
    else if (kind === 'code') this.#code(language ?? this.#language(), inside, span);
    this.#pending = undefined;
  }

  /** The language of the code that comes. */
  #language(): string {
    const { style = '', second = '' } = this.#pending ?? {};
    if (style === 'listing' || style === 'literal') return '';
    if (style !== 'source' && style !== '') return style;
    return second === '' && style === 'source'
      ? (this.#attributes.get('source-language') ?? '').toLowerCase()
      : second;
  }

  #code(language: string, lines: readonly Span[], span: Span): void {
    const { text } = joinLines(this.#text, lines);
    this.parts.codeBlocks.push({ language, text, location: { file: this.parts.file, span } });
  }

  #table(bars: boolean, lines: readonly Line[]): void {
    if (!bars) {
      for (const line of lines) readInline(this.parts, [line], this.#attributes, true);
      return;
    }
    const rows = tableRows(this.#text, lines, this.#pending);
    for (const cell of rows.flat())
      if (cell.end > cell.start) readInline(this.parts, [cell], this.#attributes, true);
    this.parts.tables.push({ rows: rows.map((row) => row.map((cell) => this.parts.piece(cell))) });
  }

  /** Comments, conditions and attributes, which are no text. */
  #unseen(text: string, line: Line): boolean {
    if (text.startsWith('//') && !text.startsWith('///')) {
      this.parts.comments.push(this.parts.piece(line));
      return true;
    }
    if (CONDITION.test(text)) return true;
    const attribute = this.#paragraph.length === 0 ? ATTRIBUTE.exec(text) : null;
    if (attribute?.[2] !== undefined) {
      const name = attribute[2].toLowerCase();
      const value = attribute[4]?.trim() ?? '';
      if (attribute[1] !== '' || attribute[3] !== '') this.#attributes.delete(name);
      else {
        this.#attributes.set(name, resolved(value, this.#attributes));
        const at = withoutBlanks(this.#text, line.end - value.length, line.end);
        this.parts.fields.push({ name, value: this.parts.piece(at) });
      }
      return true;
    }
    const macro = BLOCK_MACRO.exec(text);
    if (macro?.[2] === undefined) return false;
    const start = line.start + text.indexOf('::') + 2;
    const target = resolved(macro[2], this.#attributes);
    const location = { file: this.parts.file, span: { start, end: start + macro[2].length } };
    if (macro[1] === 'include') this.parts.links.push({ kind: 'include', target, location });
    else {
      this.#closeParagraph();
      this.parts.links.push({ kind: 'image', target: imageTarget(target, this.#attributes), location });
    }
    return true;
  }

  /** Attributes and the title of the block that comes. */
  #beforeBlock(text: string, line: Line): boolean {
    const inside = /^\[(.{0,1000})\]$/.exec(text)?.[1];
    if (inside !== undefined && (this.#paragraph.length === 0 || /^[[\w#."%]/.test(inside))) {
      this.#closeParagraph();
      const found = blockAttributes(inside);
      if (found.id !== undefined) this.#nameNext(resolved(found.id, this.#attributes), line);
      if (found.style !== '' || found.named.size > 0) this.#pending = found;
      if (this.#blank && !this.#attached) this.#lists.close();
      return true;
    }
    if (this.#paragraph.length > 0 || !/^\.[^\s.]/.test(text)) return false;
    const span = { start: line.start + 1, end: line.end };
    const title = readInline(this.parts, [span], this.#attributes, true);
    const location = { file: this.parts.file, span: line };
    if (!this.#attached && !isShown(this.#trimmedLine(this.#at) ?? '')) {
      this.#lists.close();
      this.parts.headings.push({
        level: Math.min(this.#level + 1, 6),
        text: title,
        names: [],
        location,
        caption: true,
      });
    }
    return true;
  }

  #nameNext(id: string, line: Line): void {
    this.#names.push(id.toLowerCase());
    this.parts.anchors.push({ text: id, location: { file: this.parts.file, span: line } });
  }

  #heading(text: string, line: Line): boolean {
    const title = this.#paragraph.length === 0 ? TITLE.exec(text) : null;
    if (title?.[1] === undefined) return false;
    this.#addHeading(title[1].length, { start: line.start + title[0].length, end: line.end }, line);
    return true;
  }

  #underlined(text: string, line: Line): boolean {
    const [title] = this.#paragraph;
    const level = title ? underlineLevel(this.#text.slice(title.start, title.end), text) : 0;
    if (!title || level === 0 || this.#lists.within) return false;
    this.#paragraph = [];
    this.#addHeading(level, title, { start: title.start, end: line.end });
    return true;
  }

  #addHeading(level: number, title: Span, span: Span): void {
    this.#lists.close();
    const text = readInline(this.parts, [title], this.#attributes, false);
    const plain = resolved(text, this.#attributes);
    const id = sectionId(plain, this.#attributes);
    const count = (this.#ids.get(id) ?? 0) + 1;
    this.#ids.set(id, count);
    const names = [...this.#names, count > 1 ? `${id}_${count}` : id, plain.toLowerCase()];
    this.parts.headings.push({ level, text: plain, names, location: { file: this.parts.file, span } });
    this.#level = level;
    this.#names = [];
    this.#pending = undefined;
    this.#attached = false;
    if (level === 1 && this.parts.headings.length === 1) this.#author();
  }

  /** The line below a document's title names who wrote it. */
  #author(): void {
    const line = this.#lines[this.#at];
    const text = this.#trimmedLine(this.#at);
    if (!line || text === undefined || !/^\p{L}[^:[\]{}=<>|]{1,200}(?:<[^<>]{1,200}>)?$/u.test(text)) return;
    this.#at++;
    this.parts.fields.push({
      name: 'author',
      value: this.parts.piece(withoutBlanks(this.#text, line.start, line.end)),
    });
    const revision = this.#trimmedLine(this.#at);
    if (revision !== undefined && /^v?\d[\w.-]*(?:,|$)/.test(revision)) this.#at++;
  }

  #item(text: string, line: Line): boolean {
    const start = this.#paragraph.length > 0 && !this.#lists.within ? undefined : itemStart(text);
    if (!start) return false;
    this.#closeParagraph();
    this.#attached = false;
    this.#lists.add(start, { start: line.start + text.length - text.trimStart().length, end: line.end });
    this.#paragraph.push({ start: line.start + start.text, end: line.end });
    return true;
  }

  /** Indented lines up to the next blank one. */
  #literal(line: Line): void {
    const lines = [line];
    while ((this.#trimmedLine(this.#at) ?? '') !== '') {
      const next = this.#lines[this.#at++];
      if (next) lines.push(next);
    }
    const inside = lines.map((each) => withoutBlanks(this.#text, each.start, each.end));
    this.#code('', inside, { start: line.start, end: lines.at(-1)?.end ?? line.end });
  }

  #closeParagraph(): void {
    if (this.#paragraph.length === 0) return;
    const lines = this.#paragraph;
    this.#paragraph = [];
    const [first] = lines;
    if (first && VERBATIM.has(this.#pending?.style ?? ''))
      this.#code(this.#language(), lines, { start: first.start, end: lines.at(-1)?.end ?? first.end });
    else readInline(this.parts, lines, this.#attributes, true);
    this.#pending = undefined;
    this.#names = [];
  }

  #trimmedLine(at: number): string | undefined {
    const line = this.#lines[at];
    return line && this.#text.slice(line.start, line.end).trimEnd();
  }
}

function withoutBlanksAtEnd(text: string, line: Line): Line {
  let { end } = line;
  while (end > line.start && /\s/.test(text[end - 1] ?? '')) end--;
  return { start: line.start, end };
}
