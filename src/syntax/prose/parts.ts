import type { Diagnostic, SourceFile, Span } from '../../source/index.ts';
import type {
  CodeBlock,
  Field,
  Heading,
  Markup,
  Piece,
  ProseDocument,
  ProseLink,
  ProseList,
  Table,
} from './document.ts';
import { frontMatterOf } from './frontmatter.ts';
import { slugger } from './slug.ts';

const MAX_LENGTH = 2_000_000;

/** `caption`: the title of a block, which says what a part is about but that nothing leads to. */
type FoundHeading = Omit<Heading, 'slug' | 'extent'> & { readonly caption?: true };

/** Collects what a reader finds in a file, in the order of the file. */
export class Parts {
  readonly file: SourceFile;
  readonly fields: Field[] = [];
  readonly headings: FoundHeading[] = [];
  readonly links: ProseLink[] = [];
  readonly codeBlocks: CodeBlock[] = [];
  readonly codeSpans: Piece[] = [];
  readonly lists: ProseList[] = [];
  readonly tables: Table[] = [];
  readonly prose: Piece[] = [];
  readonly html: Piece[] = [];
  readonly comments: Piece[] = [];
  readonly anchors: Piece[] = [];

  constructor(file: SourceFile) {
    this.file = file;
  }

  piece(span: Span): Piece {
    return { text: this.file.text.slice(span.start, span.end), location: { file: this.file, span } };
  }

  document(markup: Markup): ProseDocument {
    const frontMatter = frontMatterOf(this.file.text);
    return {
      syntax: 'prose',
      markup,
      file: this.file,
      ...(frontMatter && { frontMatter }),
      fields: this.fields,
      headings: withExtents(this.headings, this.file),
      links: this.links,
      codeBlocks: this.codeBlocks,
      codeSpans: this.codeSpans,
      lists: this.lists,
      tables: this.tables,
      prose: this.prose,
      html: this.html,
      comments: this.comments,
      anchors: this.anchors,
      diagnostics: [],
    };
  }
}

/** What a reader gives for a file that is too long to be one that people read; undefined for all others. */
export function tooLarge(file: SourceFile, markup: Markup): ProseDocument | undefined {
  if (file.text.length <= MAX_LENGTH) return undefined;
  const diagnostic: Diagnostic = {
    code: `${markup}/too-large`,
    level: 'error',
    message: `The document was not read: it has more than ${MAX_LENGTH / 1_000_000} million characters.`,
    path: file.path,
    location: { file, span: { start: 0, end: 0 } },
    help: 'Split the document, or exclude it.',
  };
  return { ...new Parts(file).document(markup), diagnostics: [diagnostic] };
}

function withExtents(found: readonly FoundHeading[], file: SourceFile): Heading[] {
  const slug = slugger();
  const ends: number[] = [];
  // From the last to the first: where the next heading of each level starts.
  const next = new Array<number>(7).fill(file.text.length);
  for (const { level, location } of found.toReversed()) {
    ends.push(Math.min(...next.slice(1, level + 1)));
    next[level] = location.span.start;
  }
  ends.reverse();
  return found.map(({ caption, ...heading }, i) => ({
    ...heading,
    slug: caption ? '' : slug(heading.text),
    extent: { start: heading.location.span.start, end: ends[i] ?? file.text.length },
  }));
}
