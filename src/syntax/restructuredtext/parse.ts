import type { SourceFile, Span } from '../../source/index.ts';
import {
  joinLines,
  linesOf,
  Parts,
  tooLarge,
  withoutBlanks,
  withoutFrontMatter,
  type ProseDocument,
} from '../prose/index.ts';
import { directiveOf, languageOf } from './directives.ts';
import { readInline } from './inline.ts';
import { itemStart, Lists } from './lists.ts';
import { docutilsId, normalName } from './names.ts';
import { rowOf, withoutBlankEnds, type Row } from './rows.ts';
import { gridRows, simpleRows, startsTable } from './tables.ts';
import { adornment, Levels, reaches } from './titles.ts';

const DIRECTIVE = /^(?:\|[^|\n]{1,100}\|\s)?([a-z][\w.+-]{0,60}(?::[\w+-]{1,60})?)\s?::(?:\s(.*))?$/i;
const TARGET = /^_(?:`([^`\n]{1,200})`|([^:\n]{1,200})):(?:\s(.*))?$/;
const FIELD = /^:([a-z][^:`\n]{0,60}):(?:\s(.*))?$/i;

/** Reads a reStructuredText file. Whatever is in it: what is not read is told by a diagnostic of the document. */
export function parseRestructuredText(file: SourceFile): ProseDocument {
  const large = tooLarge(file, 'restructuredtext');
  if (large) return large;
  const reader = new RestructuredTextReader(file);
  reader.read();
  return reader.parts.document('restructuredtext');
}

class RestructuredTextReader {
  readonly parts: Parts;
  readonly #text: string;
  readonly #rows: readonly Row[];
  readonly #lists: Lists;
  readonly #levels: Levels = new Levels();
  #at = 0;
  #paragraph: Span[] = [];
  #indent = 0;
  /** The names of the place that comes. */
  #names: string[] = [];
  /** Code follows, if it is indented more than this. */
  #literal: number | undefined;
  #language = '';

  constructor(file: SourceFile) {
    this.parts = new Parts(file);
    this.#text = withoutFrontMatter(file.text);
    this.#rows = [...linesOf(this.#text)].map((line) => rowOf(this.#text, line));
    this.#lists = new Lists(file, this.parts.lists);
  }

  read(): void {
    for (let row = this.#rows[this.#at]; row; row = this.#rows[this.#at]) {
      this.#at++;
      this.#row(row);
    }
    this.#closeParagraph();
  }

  #row(row: Row): void {
    if (row.indent < 0) {
      this.#closeParagraph();
      return;
    }
    // What is indented less, or more than the only line before, is no part of its paragraph: an item, a definition.
    if (row.indent < this.#indent || (row.indent > this.#indent && this.#paragraph.length === 1))
      this.#closeParagraph();
    if (this.#paragraph.length === 0 && this.#literal !== undefined) {
      const base = this.#literal;
      this.#literal = undefined;
      if (row.indent > base) {
        this.#at--;
        this.#code(this.#language, base);
        return;
      }
    }
    if (this.#title(row)) return;
    if (this.#paragraph.length === 0 && this.#startsBlock(row)) return;
    if (this.#item(row)) return;
    this.#push(row.start + row.indent, row);
  }

  #push(start: number, row: Row): void {
    if (this.#paragraph.length === 0) {
      this.#indent = start - row.start;
      this.#lists.endAt(this.#indent);
    }
    this.#paragraph.push({ start, end: row.end });
  }

  #title(row: Row): boolean {
    const sign = row.indent === 0 ? adornment(row.text) : undefined;
    if (sign === undefined) return false;
    if (this.#paragraph.length === 0) return this.#overlined(row, sign);
    const [title] = this.#paragraph;
    if (this.#paragraph.length > 1 || this.#indent > 0 || !title) return false;
    if (!reaches(row.text, this.#text.slice(title.start, title.end))) return false;
    this.#paragraph = [];
    this.#heading(this.#levels.of(sign, false), title, { start: title.start, end: row.end });
    return true;
  }

  #overlined(row: Row, sign: string): boolean {
    if (row.text.length < 2) return false;
    const [title, under] = [this.#rows[this.#at], this.#rows[this.#at + 1]];
    if (title && under && title.indent >= 0 && adornment(under.text) === sign && under.indent === 0) {
      this.#at += 2;
      const words = { start: title.start + title.indent, end: title.end };
      this.#heading(this.#levels.of(sign, true), words, { start: row.start, end: under.end });
      return true;
    }
    // Alone between blank lines it only parts what is above from what is below.
    return row.text.length >= 4 && (title === undefined || title.indent < 0);
  }

  #heading(level: number, title: Span, span: Span): void {
    this.#lists.endAt(0);
    const text = readInline(this.parts, [title], false);
    const names = [...new Set([...this.#names, docutilsId(text), normalName(text)])];
    this.parts.headings.push({ level, text, names, location: { file: this.parts.file, span } });
    this.#names = [];
  }

  #startsBlock(row: Row): boolean {
    const table = startsTable(row.text);
    if (table) {
      this.#at--;
      this.#table(
        table,
        this.#take((each) => each.indent >= 0),
      );
      return true;
    }
    if (row.text === '::') {
      this.#literal = row.indent;
      return true;
    }
    if (row.text.startsWith('>>> ')) {
      this.#at--;
      const lines = this.#take((each) => each.indent >= 0);
      this.#addCode('python', lines);
      return true;
    }
    if (row.text === '..' || row.text.startsWith('.. ')) {
      this.#explicit(row);
      return true;
    }
    const field = FIELD.exec(row.text);
    if (field?.[1] === undefined) return false;
    const value = field[2]?.trim() ?? '';
    const span = withoutBlanks(this.#text, row.end - value.length, row.end);
    this.parts.fields.push({ name: field[1].toLowerCase(), value: this.parts.piece(span) });
    return true;
  }

  /** A target, a directive, a footnote or a comment: what begins with two dots. */
  #explicit(row: Row): void {
    const inside = row.text.slice(2).trimStart();
    const start = row.end - inside.length;
    const target = TARGET.exec(inside);
    const directive = DIRECTIVE.exec(inside);
    if (target) this.#target(target[1] ?? target[2] ?? '', target[3]?.trim() ?? '', row);
    else if (directive?.[1] !== undefined)
      this.#directive(directive[1].toLowerCase(), directive[2] ?? '', row);
    else if (/^\[[^\]\n]{1,100}\]\s/.test(inside)) this.#push(start + inside.indexOf(']') + 2, row);
    else {
      const lines = this.#below(row);
      const span = { start: row.start + row.indent, end: lines.at(-1)?.end ?? row.end };
      this.parts.comments.push(this.parts.piece(span));
    }
  }

  #target(name: string, written: string, row: Row): void {
    const location = { file: this.parts.file, span: { start: row.start, end: row.end } };
    for (const text of new Set([normalName(name), docutilsId(name)]))
      this.parts.anchors.push({ text, location });
    if (written === '') this.#names.push(normalName(name), docutilsId(name));
    else if (!written.endsWith('_')) {
      const span = { start: row.end - written.length, end: row.end };
      this.parts.links.push({
        kind: 'definition',
        target: written,
        location: { file: this.parts.file, span },
      });
    }
  }

  #directive(name: string, written: string, row: Row): void {
    const { body, argument } = directiveOf(name);
    const text = written.trim();
    const span = withoutBlanks(this.#text, row.end - text.length, row.end);
    if (name === 'highlight') this.#language = text.toLowerCase();
    if (argument === 'include' || argument === 'link' || argument === 'image')
      this.parts.links.push({ kind: argument, target: text, location: { file: this.parts.file, span } });
    while ((this.#rows[this.#at]?.indent ?? -1) > row.indent && FIELD.test(this.#rows[this.#at]?.text ?? ''))
      this.#at++;
    if (body === 'code') this.#code(languageOf(name, text), row.indent);
    else if (body === 'skipped') this.#below(row);
    else if (body === 'entries') this.#entries(this.#below(row));
    else if (body === 'list-table') this.#listTable(row);
    if (argument === 'title' && text !== '') this.#push(span.start, row);
  }

  /** Pages of a table of contents: `deploy`, `Rolling back <runbooks/rollback>`. */
  #entries(lines: readonly Row[]): void {
    for (const line of lines) {
      const [, titled] = /<([^<>\n]{1,500})>$/.exec(line.text) ?? [];
      const entry = titled ?? line.text;
      if (line.indent < 0 || entry === 'self' || /[*?[]|^[a-z]+:/.test(entry)) continue;
      const start =
        line.start + line.indent + (titled === undefined ? 0 : line.text.length - titled.length - 1);
      const span = { start, end: start + entry.length };
      this.parts.links.push({
        kind: 'link',
        target: `${entry}.rst`,
        location: { file: this.parts.file, span },
      });
    }
  }

  /** Rows are items, cells items within them; they are read as lists, too. */
  #listTable(row: Row): void {
    const rows: Span[][] = [];
    for (let at = this.#at; at < this.#rows.length; at++) {
      const line = this.#rows[at];
      if (!line || (line.indent >= 0 && line.indent <= row.indent)) break;
      const cell = /^(\*\s+)?-\s+/.exec(`${line.text} `);
      if (!cell || line.indent < 0) continue;
      if (cell[1] !== undefined) rows.push([]);
      const start = Math.min(line.start + line.indent + cell[0].length, line.end);
      rows.at(-1)?.push({ start, end: line.end });
    }
    this.parts.tables.push({ rows: rows.map((cells) => cells.map((cell) => this.parts.piece(cell))) });
  }

  #table(kind: 'grid' | 'simple', lines: readonly Row[]): void {
    const rows = kind === 'grid' ? gridRows(this.#text, lines) : simpleRows(this.#text, lines);
    this.parts.tables.push({ rows: rows.map((cells) => cells.map((cell) => this.parts.piece(cell))) });
    for (const line of lines) {
      if (/^[+=\s-]*$/.test(line.text)) continue;
      readInline(this.parts, [{ start: line.start + line.indent, end: line.end }], true);
    }
  }

  #item(row: Row): boolean {
    const item = this.#paragraph.length === 0 ? itemStart(row.text) : undefined;
    if (!item) return false;
    const start = row.start + row.indent;
    this.#lists.add(item.ordered, row.indent, row.indent + item.width, { start, end: row.end });
    this.#push(start + item.width, row);
    return true;
  }

  /** The lines that come, as far as they are indented more, as code. */
  #code(language: string, base: number): void {
    this.#addCode(
      language,
      this.#take((row) => row.indent < 0 || row.indent > base),
    );
  }

  #addCode(language: string, lines: readonly Row[]): void {
    const shown = withoutBlankEnds(lines);
    const [first] = shown;
    if (!first) return;
    let indent = Infinity;
    for (const row of shown) if (row.indent >= 0) indent = Math.min(indent, row.indent);
    const inside = shown.map((row) => ({ start: Math.min(row.start + indent, row.end), end: row.end }));
    const { text } = joinLines(this.#text, inside);
    const span = { start: first.start, end: shown.at(-1)?.end ?? first.end };
    this.parts.codeBlocks.push({ language, text, location: { file: this.parts.file, span } });
  }

  /** The lines below, as far as they are indented more. */
  #below(row: Row): readonly Row[] {
    return withoutBlankEnds(this.#take((each) => each.indent < 0 || each.indent > row.indent));
  }

  #take(belongs: (row: Row) => boolean): readonly Row[] {
    const from = this.#at;
    for (let row = this.#rows[this.#at]; row && belongs(row); row = this.#rows[this.#at]) this.#at++;
    return this.#rows.slice(from, this.#at);
  }

  #closeParagraph(): void {
    const lines = this.#paragraph;
    const last = lines.at(-1);
    if (!last) return;
    this.#paragraph = [];
    this.#names = [];
    if (this.#text.slice(Math.max(last.start, last.end - 2), last.end) === '::') this.#literal = this.#indent;
    readInline(this.parts, lines, true);
  }
}
