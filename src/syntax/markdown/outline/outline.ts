import type { SourceFile, Span } from '../../../source/index.ts';
import { BlockScanner, type Block, type ListBlock } from '../blocks.ts';
import {
  joinLines,
  withoutFrontMatter,
  type Heading,
  type Piece,
  type ProseDocument,
} from '../../prose/index.ts';
import { inlineOf } from '../inline.ts';
import { plainText } from '../plain.ts';
import { tableIn } from '../tables.ts';

/** A stretch of text as people read it, with what its marks say. */
export interface Words extends Piece {
  /** The text as it is written. */
  readonly written: string;
  /** A part of it, by offsets into what is written, without the blanks around. */
  part(start: number, end?: number): Words;
  /** Where its links lead. */
  readonly targets: readonly string[];
  /** Code within it. */
  readonly code: readonly string[];
}

export interface OutlineItem {
  /** Its own text, without the lists in it. */
  readonly words: Words;
  readonly items: readonly OutlineItem[];
}

export type OutlineBlock =
  | {
      readonly type: 'table';
      readonly header: readonly Words[];
      readonly rows: readonly (readonly Words[])[];
    }
  | { readonly type: 'list'; readonly ordered: boolean; readonly items: readonly OutlineItem[] }
  /** One for each line of a paragraph. */
  | { readonly type: 'text'; readonly lines: readonly Words[] }
  | { readonly type: 'code'; readonly language: string };

/** What stands below one heading, up to the next of any level; without a heading at the top of the file. */
export interface OutlineSection {
  readonly heading: Heading | undefined;
  readonly blocks: readonly OutlineBlock[];
}

/** A Markdown file as headings with the tables, lists and texts below each, for readers who want their words. */
export function outlineOf(document: ProseDocument): readonly OutlineSection[] {
  const { file, headings } = document;
  const scanner = new BlockScanner(withoutFrontMatter(file.text));
  const lists = new ListReader(file, scanner);
  const sections: { heading: Heading | undefined; blocks: OutlineBlock[] }[] = [
    { heading: undefined, blocks: [] },
  ];
  for (const block of scanner.blocks) {
    if (block.type === 'heading') sections.push({ heading: headings[sections.length - 1], blocks: [] });
    else sections.at(-1)?.blocks.push(...blocksOf(file, block, lists));
  }
  return sections;
}

function blocksOf(file: SourceFile, block: Block, lists: ListReader): readonly OutlineBlock[] {
  if (block.type === 'code') return [{ type: 'code', language: block.language }];
  if (block.type !== 'paragraph') return [];
  const list = lists.startingAt(block.lines);
  if (list !== undefined) return list;
  const table = tableIn(file.text, block.lines);
  const text = table ? block.lines.slice(0, table.from) : block.lines;
  return [
    ...(text.length > 0 ? [{ type: 'text' as const, lines: text.map((line) => wordsOf(file, [line])) }] : []),
    ...(table
      ? [
          {
            type: 'table' as const,
            header: table.header.map((cell) => wordsOf(file, [cell], true)),
            rows: table.rows.map((row) => row.map((cell) => wordsOf(file, [cell], true))),
          },
        ]
      : []),
  ];
}

/** Lists by the paragraphs that their items start with. */
class ListReader {
  readonly #file: SourceFile;
  /** What each item says, by where its first line starts. */
  readonly #texts = new Map<number, readonly Span[]>();
  /** First lines of items by where their text starts. */
  readonly #starts: readonly { readonly item: Span; readonly list: ListBlock }[];
  readonly #inner = new Map<Span, ListBlock[]>();

  constructor(file: SourceFile, { blocks, lists }: BlockScanner) {
    this.#file = file;
    this.#starts = lists
      .flatMap((list) => list.items.map((item) => ({ item, list })))
      .sort((a, b) => a.item.start - b.item.start);
    for (const block of blocks) {
      const first = block.type === 'paragraph' ? this.#itemOf(block.lines) : undefined;
      if (first && block.type === 'paragraph') this.#texts.set(first.item.start, block.lines);
    }
    for (const list of lists) {
      const { within } = list;
      const inner = within && this.#inner.get(within);
      if (inner) inner.push(list);
      else if (within) this.#inner.set(within, [list]);
    }
  }

  /** The list whose first item the paragraph is; nothing for a later item; undefined for a paragraph that is no item. */
  startingAt(lines: readonly Span[]): readonly OutlineBlock[] | undefined {
    const found = this.#itemOf(lines);
    if (!found) return undefined;
    const { item, list } = found;
    if (list.within !== undefined || list.items[0] !== item) return [];
    return [{ type: 'list', ordered: list.ordered, items: this.#items(list) }];
  }

  /** The innermost item on whose first line the paragraph starts. */
  #itemOf(lines: readonly Span[]): { readonly item: Span; readonly list: ListBlock } | undefined {
    const start = lines[0]?.start ?? -1;
    let [low, high] = [0, this.#starts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle]?.item.start ?? 0) <= start) low = middle;
      else high = middle - 1;
    }
    const found = this.#starts[low];
    return found && found.item.start <= start && start <= found.item.end ? found : undefined;
  }

  #items(list: ListBlock): readonly OutlineItem[] {
    return list.items.map((item) => ({
      words: wordsOf(this.#file, this.#texts.get(item.start) ?? [{ start: item.end, end: item.end }]),
      items: (this.#inner.get(item) ?? []).flatMap((inner) => this.#items(inner)),
    }));
  }
}

function wordsOf(file: SourceFile, lines: readonly Span[], inTable = false): Words {
  const joined = joinLines(file.text, lines);
  const { text } = joined;
  const inFile = (span: Span): Span => joined.inFile(span);
  const whole = { start: 0, end: text.length };
  // A bar in a cell has a back-slash before it, so that places within such a cell are the cell's.
  if (inTable && text.includes('\\|'))
    return partOf(file, text.replaceAll('\\|', '|'), 0, () => inFile(whole));
  return partOf(file, text, 0, inFile);
}

/** `from` is where the text starts in the one that `inFile` knows. */
function partOf(file: SourceFile, written: string, from: number, inFile: (span: Span) => Span): Words {
  const inline = inlineOf(written);
  return {
    text: plainText(written, inline),
    written,
    targets: inline.targets.map(({ target }) => target),
    code: inline.code.map(({ start, end }) => written.slice(start, end).replace(/^`+ ?| ?`+$/g, '')),
    location: { file, span: inFile({ start: from, end: from + written.length }) },
    part: (start, end = written.length) => {
      const part = written.slice(start, end);
      const blanks = part.length - part.trimStart().length;
      return partOf(file, part.trim(), from + start + blanks, inFile);
    },
  };
}
