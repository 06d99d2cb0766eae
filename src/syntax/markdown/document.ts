import type { Diagnostic, Location, SourceFile, Span } from '../../source/index.ts';

/** What a Markdown file holds, in the order of the file, each part with its place. */
export interface MarkdownDocument {
  readonly syntax: 'markdown';
  readonly file: SourceFile;
  /** Lines between `---` at the very top, without those marks; `span` is theirs in the file. */
  readonly frontMatter?: { readonly text: string; readonly span: Span };
  readonly headings: readonly Heading[];
  readonly links: readonly MarkdownLink[];
  readonly codeBlocks: readonly CodeBlock[];
  /** Code within a line. */
  readonly codeSpans: readonly Piece[];
  readonly lists: readonly MarkdownList[];
  /** Words that people read: text as written, without code, HTML and link targets. */
  readonly prose: readonly Piece[];
  /** HTML other than comments, as written: `<br>`, but `<fill in>` too. */
  readonly html: readonly Piece[];
  readonly comments: readonly Piece[];
  /** Values of `id` and `name` attributes in HTML. */
  readonly anchors: readonly Piece[];
  readonly diagnostics: readonly Diagnostic[];
}

/** A piece of a file's text. */
export interface Piece {
  readonly text: string;
  readonly location: Location;
}

export interface Heading extends Piece {
  /** 1 to 6. */
  readonly level: number;
  /** The anchor that GitHub gives it, `-1`, `-2` appended when it repeats. */
  readonly slug: string;
  /** From its own start to the next heading of its level or above. */
  readonly extent: Span;
}

export interface MarkdownLink {
  readonly kind: 'link' | 'image' | 'definition' | 'autolink' | 'html';
  readonly target: string;
  /** The target's own place, without parentheses or quotes. */
  readonly location: Location;
}

export interface CodeBlock extends Piece {
  /** First word after the fence, lower case; empty when there is none. */
  readonly language: string;
}

export interface MarkdownList {
  readonly ordered: boolean;
  /** The first line of each item, from its mark. */
  readonly items: readonly Location[];
}
