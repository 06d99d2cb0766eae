import type { Diagnostic, SourceFile, Span } from '../../source/index.ts';
import { BlockScanner, type Block } from './blocks.ts';
import { unescaped } from './destination.ts';
import type { CodeBlock, Heading, MarkdownDocument, MarkdownLink, Piece } from './document.ts';
import { frontMatterOf, withoutFrontMatter } from './frontmatter.ts';
import { htmlParts } from './html.ts';
import { inlineOf } from './inline.ts';
import { joinLines } from './joined.ts';
import { slugger } from './slug.ts';

const MAX_LENGTH = 2_000_000;

/** Reads a Markdown file. Whatever is in it: what is not read is told by a diagnostic of the document. */
export function parseMarkdown(file: SourceFile): MarkdownDocument {
  const frontMatter = frontMatterOf(file.text);
  const parts = new Parts(file);
  if (file.text.length > MAX_LENGTH) {
    return { ...parts.document([]), ...(frontMatter && { frontMatter }), diagnostics: [tooLarge(file)] };
  }
  const scanner = new BlockScanner(withoutFrontMatter(file.text, frontMatter?.span));
  for (const block of scanner.blocks) parts.add(block);
  const lists = scanner.lists.map(({ ordered, items }) => ({
    ordered,
    items: items.map((span) => ({ file, span })),
  }));
  return { ...parts.document(lists), ...(frontMatter && { frontMatter }) };
}

function tooLarge(file: SourceFile): Diagnostic {
  return {
    code: 'markdown/too-large',
    level: 'error',
    message: `The document was not read: it has more than ${MAX_LENGTH / 1_000_000} million characters.`,
    path: file.path,
    location: { file, span: { start: 0, end: 0 } },
    help: 'Split the document, or exclude it.',
  };
}

/** Collects what blocks hold, each with its place in the file. */
class Parts {
  readonly #file: SourceFile;
  readonly #headings: Omit<Heading, 'slug' | 'extent'>[] = [];
  readonly #links: MarkdownLink[] = [];
  readonly #codeBlocks: CodeBlock[] = [];
  readonly #codeSpans: Piece[] = [];
  readonly #prose: Piece[] = [];
  readonly #html: Piece[] = [];
  readonly #comments: Piece[] = [];
  readonly #anchors: Piece[] = [];

  constructor(file: SourceFile) {
    this.#file = file;
  }

  add(block: Block): void {
    switch (block.type) {
      case 'paragraph':
        this.#addInline(block.lines, this.#prose);
        return;
      case 'heading': {
        const text = this.#addInline(block.lines);
        this.#headings.push({ level: block.level, text, location: { file: this.#file, span: block.span } });
        return;
      }
      case 'code': {
        const { text } = joinLines(this.#file.text, block.lines);
        this.#codeBlocks.push({
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
        const { text, location } = this.#piece(block.target);
        this.#links.push({ kind: 'definition', target: unescaped(text), location });
      }
    }
  }

  document(lists: MarkdownDocument['lists']): MarkdownDocument {
    return {
      syntax: 'markdown',
      file: this.#file,
      headings: withExtents(this.#headings, this.#file),
      links: this.#links,
      codeBlocks: this.#codeBlocks,
      codeSpans: this.#codeSpans,
      lists,
      prose: this.#prose,
      html: this.#html,
      comments: this.#comments,
      anchors: this.#anchors,
      diagnostics: [],
    };
  }

  /** Gives the text as people read it, for headings. */
  #addInline(lines: readonly Span[], prose?: Piece[]): string {
    const joined = joinLines(this.#file.text, lines);
    const inline = inlineOf(joined.text);
    for (const { kind, span, target } of inline.targets) {
      this.#links.push({ kind, target, location: { file: this.#file, span: joined.inFile(span) } });
    }
    for (const span of inline.html) this.#addHtml(joined.inFile(span));
    for (const span of inline.code) {
      const text = joined.text.slice(span.start, span.end).replace(/^`+ ?| ?`+$/g, '');
      this.#codeSpans.push({ text, location: { file: this.#file, span: joined.inFile(span) } });
    }
    for (const span of prose ? inline.prose : []) prose?.push(this.#piece(joined.inFile(span)));
    if (prose) return '';
    const read = [...inline.prose, ...inline.code].sort((a, b) => a.start - b.start);
    return plain(read.map(({ start, end }) => joined.text.slice(start, end)));
  }

  #addHtml(span: Span): void {
    const html = htmlParts(this.#file.text, span);
    for (const part of html.comments) this.#comments.push(this.#piece(part));
    for (const part of html.rest) this.#html.push(this.#piece(part));
    for (const part of html.anchors) this.#anchors.push(this.#piece(part));
    for (const part of html.targets) {
      const { text, location } = this.#piece(part);
      this.#links.push({ kind: 'html', target: unescaped(text), location });
    }
  }

  #piece(span: Span): Piece {
    return { text: this.#file.text.slice(span.start, span.end), location: { file: this.#file, span } };
  }
}

/** Without the marks of emphasis, links and code. */
function plain(parts: readonly string[]): string {
  return parts
    .map((part) =>
      part.startsWith('`')
        ? part.replace(/^`+ ?| ?`+$/g, '')
        : unescaped(part.replace(/!?\[|\]|\*|~~|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '')),
    )
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
}

function withExtents(found: readonly Omit<Heading, 'slug' | 'extent'>[], file: SourceFile): Heading[] {
  const slug = slugger();
  const ends: number[] = [];
  // From the last to the first: where the next heading of each level starts.
  const next = new Array<number>(7).fill(file.text.length);
  for (const { level, location } of found.toReversed()) {
    ends.push(Math.min(...next.slice(1, level + 1)));
    next[level] = location.span.start;
  }
  ends.reverse();
  return found.map((heading, i) => ({
    ...heading,
    slug: slug(heading.text),
    extent: { start: heading.location.span.start, end: ends[i] ?? file.text.length },
  }));
}
