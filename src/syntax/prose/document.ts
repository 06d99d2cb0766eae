import type { Diagnostic, Location, SourceFile, Span } from '../../source/index.ts';

/** What a file of prose with marks holds, in the order of the file, each part with its place. */
export interface ProseDocument {
  readonly syntax: 'prose';
  readonly markup: Markup;
  readonly file: SourceFile;
  /** YAML between `---` at the very top, without those marks; `span` is its own in the file. */
  readonly frontMatter?: { readonly text: string; readonly span: Span };
  /** What the file says of itself in the markup's own way: attributes of AsciiDoc, fields of reStructuredText. */
  readonly fields: readonly Field[];
  readonly headings: readonly Heading[];
  readonly links: readonly ProseLink[];
  readonly codeBlocks: readonly CodeBlock[];
  /** Code within a line. */
  readonly codeSpans: readonly Piece[];
  readonly lists: readonly ProseList[];
  readonly tables: readonly Table[];
  /** Words that people read: text as written, without code, HTML and link targets. */
  readonly prose: readonly Piece[];
  /** HTML other than comments, as written: `<br>`, but `<fill in>` too. */
  readonly html: readonly Piece[];
  readonly comments: readonly Piece[];
  /** Names that the file gives to places in it: `id` and `name` of HTML, `[[name]]`, `.. _name:`. */
  readonly anchors: readonly Piece[];
  readonly diagnostics: readonly Diagnostic[];
}

/** What a file of prose is marked up in. */
export type Markup = 'markdown' | 'asciidoc' | 'restructuredtext' | 'mermaid';

/** A piece of a file's text. */
export interface Piece {
  readonly text: string;
  readonly location: Location;
}

export interface Heading extends Piece {
  /** 1 to 6. */
  readonly level: number;
  /** The anchor that GitHub gives it, `-1`, `-2` appended when it repeats; empty for a caption, which gets none. */
  readonly slug: string;
  /** Other names that lead to it, in lower case: those it is given, those that the markup's own tools make. */
  readonly names: readonly string[];
  /** From its own start to the next heading of its level or above. */
  readonly extent: Span;
}

export interface ProseLink {
  /** `include`: its text becomes a part of this one. `label`: a name of a place in any document of the same site. */
  readonly kind: 'link' | 'image' | 'definition' | 'autolink' | 'html' | 'include' | 'label';
  readonly target: string;
  /** The target's own place, without parentheses or quotes. */
  readonly location: Location;
}

export interface CodeBlock extends Piece {
  /** First word after the fence, lower case; empty when there is none. */
  readonly language: string;
}

export interface ProseList {
  readonly ordered: boolean;
  /** The first line of each item, from its mark. */
  readonly items: readonly Location[];
}

/** `owner: platform` above the text. */
export interface Field {
  /** In lower case. */
  readonly name: string;
  readonly value: Piece;
}

export interface Table {
  /** Each row's cells, the headings' row too; empty cells are there. */
  readonly rows: readonly (readonly Piece[])[];
}
