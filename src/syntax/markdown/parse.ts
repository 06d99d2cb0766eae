import type { SourceFile, Span } from '../../source/index.ts';
import {
  joinLines,
  Parts,
  tooLarge,
  withoutFrontMatter,
  type Piece,
  type ProseDocument,
} from '../prose/index.ts';
import { BlockScanner, type Block } from './blocks.ts';
import { unescaped } from './destination.ts';
import { htmlParts } from './html.ts';
import { inlineOf } from './inline.ts';
import { plainText } from './plain.ts';
import { tableIn } from './tables.ts';

/** Reads a Markdown file. Whatever is in it: what is not read is told by a diagnostic of the document. */
export function parseMarkdown(file: SourceFile): ProseDocument {
  const large = tooLarge(file, 'markdown');
  if (large) return large;
  const reader = new MarkdownReader(file);
  const scanner = new BlockScanner(withoutFrontMatter(file.text));
  for (const block of scanner.blocks) reader.add(block);
  for (const { ordered, items } of scanner.lists)
    reader.parts.lists.push({ ordered, items: items.map((span) => ({ file, span })) });
  return reader.parts.document('markdown');
}

/** Collects what blocks hold, each with its place in the file. */
class MarkdownReader {
  readonly parts: Parts;
  readonly #file: SourceFile;

  constructor(file: SourceFile) {
    this.#file = file;
    this.parts = new Parts(file);
  }

  add(block: Block): void {
    switch (block.type) {
      case 'paragraph': {
        this.#addInline(block.lines, this.parts.prose);
        const table = tableIn(this.#file.text, block.lines);
        if (table) {
          const rows = [table.header, ...table.rows];
          this.parts.tables.push({ rows: rows.map((row) => row.map((cell) => this.parts.piece(cell))) });
        }
        return;
      }
      case 'heading': {
        const text = this.#addInline(block.lines);
        const location = { file: this.#file, span: block.span };
        this.parts.headings.push({ level: block.level, text, names: ownNames(text), location });
        return;
      }
      case 'code': {
        const { text } = joinLines(this.#file.text, block.lines);
        this.parts.codeBlocks.push({
          language: block.language,
          text,
          location: { file: this.#file, span: block.span },
        });
        return;
      }
      case 'html':
        this.#addHtml(block.span);
        return;
      case 'definition': {
        const { text, location } = this.parts.piece(block.target);
        this.parts.links.push({ kind: 'definition', target: unescaped(text), location });
      }
    }
  }

  /** Gives the text as people read it, for headings. */
  #addInline(lines: readonly Span[], prose?: Piece[]): string {
    const joined = joinLines(this.#file.text, lines);
    const inline = inlineOf(joined.text);
    for (const { kind, span, target } of inline.targets) {
      this.parts.links.push({ kind, target, location: { file: this.#file, span: joined.inFile(span) } });
    }
    for (const span of inline.html) this.#addHtml(joined.inFile(span));
    for (const span of inline.code) {
      const text = joined.text.slice(span.start, span.end).replace(/^`+ ?| ?`+$/g, '');
      this.parts.codeSpans.push({ text, location: { file: this.#file, span: joined.inFile(span) } });
    }
    for (const span of prose ? inline.prose : []) prose?.push(this.parts.piece(joined.inFile(span)));
    if (prose) return '';
    return plainText(joined.text, inline);
  }

  #addHtml(span: Span): void {
    const { comments, html, anchors, links } = this.parts;
    const found = htmlParts(this.#file.text, span);
    for (const part of found.comments) comments.push(this.parts.piece(part));
    for (const part of found.rest) html.push(this.parts.piece(part));
    for (const part of found.anchors) anchors.push(this.parts.piece(part));
    for (const part of found.targets) {
      const { text, location } = this.parts.piece(part);
      links.push({ kind: 'html', target: unescaped(text), location });
    }
  }
}

/** The name that a heading gives itself for generators of sites: `## Going back {#rollback}`. */
function ownNames(heading: string): readonly string[] {
  const name = /\{:?\s*#([^\s{}#]+)(?:\s[^{}]*)?\}$/.exec(heading)?.[1];
  return name === undefined ? [] : [name.toLowerCase()];
}
