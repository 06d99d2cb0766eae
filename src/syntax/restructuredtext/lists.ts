import type { SourceFile, Span } from '../../source/index.ts';
import type { ProseList } from '../prose/index.ts';

const ITEM = /^(?:[-*+•]|(\(?(?:\d{1,6}|[#a-z]|[ivx]{2,6})[.)]))\s+(?=\S)/i;

/** The item that a line starts, if it does: its text starts that many characters behind its mark. */
export function itemStart(line: string): { readonly ordered: boolean; readonly width: number } | undefined {
  const match = ITEM.exec(line);
  return match ? { ordered: match[1] !== undefined, width: match[0].length } : undefined;
}

interface OpenList {
  readonly indent: number;
  readonly ordered: boolean;
  readonly items: { file: SourceFile; span: Span }[];
  content: number;
}

/** Lists, one within another by their indentation. */
export class Lists {
  readonly #file: SourceFile;
  readonly #lists: ProseList[];
  readonly #open: OpenList[] = [];

  constructor(file: SourceFile, lists: ProseList[]) {
    this.#file = file;
    this.#lists = lists;
  }

  add(ordered: boolean, indent: number, content: number, span: Span): void {
    while ((this.#open.at(-1)?.indent ?? -1) > indent) this.#open.pop();
    const last = this.#open.at(-1);
    if (last?.indent === indent && last.ordered !== ordered) this.#open.pop();
    const list = this.#open.at(-1);
    if (list?.indent === indent) {
      list.items.push({ file: this.#file, span });
      list.content = content;
      return;
    }
    const items = [{ file: this.#file, span }];
    this.#open.push({ indent, ordered, items, content });
    this.#lists.push({ ordered, items });
  }

  /** Ends the lists that text of this indentation does not belong to. */
  endAt(indent: number): void {
    while ((this.#open.at(-1)?.content ?? 0) > indent) this.#open.pop();
  }
}
